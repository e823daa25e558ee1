import type { ReactNode } from 'react'
import { Squares } from '#ui/figure.tsx'
import { Pane } from '#ui/section.tsx'
import type { ListReach } from '../../schema.ts'
import { figureHref, type FigurePlace, mayOpen } from '../figure-href.ts'
import { say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

const shownUnits = 12
/** More squares than these cannot be counted by eye; then the numbers stand there. */
const countable = 40

type Unit = Wall['units'][number]

interface UnitsProps {
  readonly units: readonly Unit[]
  readonly opens: ListReach
  readonly place: FigurePlace
}

/** Units by what is late and open: one square for each case that is late. Those that do not fit are folded away, each with its own row. */
export function UnitsPane({ units, ...reach }: UnitsProps) {
  const rest = units.slice(shownUnits)
  return (
    <Pane id="units" title={say('wall.units')} meta={say('wall.unitsMeta')}>
      {units.length === 0 ? <p className="meta">{say('wall.noUnits')}</p> : <UnitsTable units={units.slice(0, shownUnits)} {...reach} />}
      {rest.length === 0 ? null : (
        <details>
          <summary>{together(rest)}</summary>
          <UnitsTable units={rest} {...reach} />
        </details>
      )}
      <p className="meta mt-s">
        <Squares open={1} closed={0} label={say('wall.legendOpen')} /> {say('wall.legendOpen')}　<Squares open={0} closed={1} label={say('wall.legendClosed')} /> {say('wall.legendClosed')}
      </p>
    </Pane>
  )
}

function UnitsTable({ units, opens, place }: UnitsProps) {
  return (
    <table className="wall-units">
      <thead>
        <tr>
          <th scope="col">{say('wall.unit')}</th>
          <th scope="col" className="tr">{say('wall.count')}</th>
          <th scope="col" className="tr">{say('wall.rate')}</th>
          <th scope="col">{say('wall.late')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <UnitRow key={unit.unitId} unit={unit} opens={opens} place={{ ...place, unitId: unit.unitId }} />
        ))}
      </tbody>
    </table>
  )
}

interface UnitRowProps {
  readonly unit: Unit
  readonly opens: ListReach
  readonly place: FigurePlace
}

function UnitRow({ unit, opens, place }: UnitRowProps) {
  const parts = `${unit.onTime.toLocaleString('zh-CN')}/${unit.due.toLocaleString('zh-CN')}`
  // What was decided late stands in the list of the rate, among what it does not count.
  const lateMetric = unit.lateOpen > 0 ? 'cases.overdue-open' : 'cases.on-time-rate'
  const hrefOf = (metric: string): string | undefined => (mayOpen(opens, place) ? figureHref(metric, place) : undefined)
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      <td className="tr">
        <Linked href={hrefOf('cases.on-time-rate')}>{parts}</Linked>
      </td>
      <td className="tr">{unit.value}</td>
      <td>
        {unit.lateOpen + unit.lateClosed === 0 ? (
          say('wall.none')
        ) : (
          <Linked href={hrefOf(lateMetric)}>
            <Late unit={unit} />
          </Linked>
        )}
      </td>
    </tr>
  )
}

function Linked({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  return href === undefined ? children : <a href={href}>{children}</a>
}

function Late({ unit: { lateOpen, lateClosed } }: { readonly unit: Unit }) {
  if (lateOpen + lateClosed > countable) return say('wall.lateMany', { open: lateOpen, closed: lateClosed })
  return <Squares open={lateOpen} closed={lateClosed} label={say('wall.lateLabel', { open: lateOpen, closed: lateClosed })} />
}

/** The units that do not fit on the screen, without a rate: shares of different wholes are not added. */
function together(units: readonly Unit[]): string {
  const sum = (of: 'onTime' | 'due' | 'lateOpen' | 'lateClosed'): string => units.reduce((total, unit) => total + unit[of], 0).toLocaleString('zh-CN')
  return say('wall.otherUnits', { count: units.length, onTime: sum('onTime'), due: sum('due'), open: sum('lateOpen'), closed: sum('lateClosed') })
}
