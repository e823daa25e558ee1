import type { ReactNode } from 'react'
import { Squares } from '#ui/figure.tsx'
import { Pane } from '#ui/section.tsx'
import { figureHref, type FigurePlace, mayOpen } from '../figure-href.ts'
import type { ListReach } from '../../schema.ts'
import { say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

const shownUnits = 12
/** More squares than these cannot be counted by eye; then the numbers stand there. */
const countable = 40

type Unit = Pick<Wall['units'][number], 'name' | 'onTime' | 'due' | 'value' | 'lateOpen' | 'lateClosed'>

/** Where a figure of a row leads; nowhere for who may not see that list. */
type HrefOf = (metric: string) => string | undefined

interface UnitsPaneProps {
  readonly units: Wall['units']
  readonly opens: ListReach
  readonly place: FigurePlace
}

/** Units by what is late and open: one square for each case that is late. Those that do not fit open divided by unit. */
export function UnitsPane({ units, opens, place }: UnitsPaneProps) {
  const rest = units.slice(shownUnits)
  const hrefIn = (part: FigurePlace): HrefOf => (metric) => (mayOpen(opens, part) ? figureHref(metric, part) : undefined)
  const ofWhole = hrefIn(place)
  const hrefOfRest: HrefOf = (metric) => {
    const href = ofWhole(metric)
    return href && `${href}&by=unitId`
  }
  return (
    <Pane id="units" title={say('wall.units')} meta={say('wall.unitsMeta')}>
      {units.length === 0 ? (
        <p className="meta">{say('wall.noUnits')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('wall.unit')}</th>
              <th scope="col" className="tr">{say('wall.count')}</th>
              <th scope="col" className="tr">{say('wall.rate')}</th>
              <th scope="col">{say('wall.late')}</th>
            </tr>
          </thead>
          <tbody>
            {units.slice(0, shownUnits).map((unit) => (
              <UnitRow key={unit.unitId} unit={unit} hrefOf={hrefIn({ ...place, unitId: unit.unitId })} />
            ))}
            {rest.length > 0 ? <UnitRow unit={together(rest)} hrefOf={hrefOfRest} /> : null}
          </tbody>
        </table>
      )}
      <p className="meta mt-s">
        <Squares open={1} closed={0} label={say('wall.legendOpen')} /> {say('wall.legendOpen')}　<Squares open={0} closed={1} label={say('wall.legendClosed')} /> {say('wall.legendClosed')}
      </p>
    </Pane>
  )
}

function UnitRow({ unit, hrefOf }: { readonly unit: Unit; readonly hrefOf: HrefOf }) {
  const parts = `${unit.onTime.toLocaleString('zh-CN')}/${unit.due.toLocaleString('zh-CN')}`
  // What was decided late stands in the list of the rate, among what it does not count.
  const lateMetric = unit.lateOpen > 0 ? 'cases.overdue-open' : 'cases.on-time-rate'
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
function together(units: Wall['units']): Unit {
  const sum = (of: 'onTime' | 'due' | 'lateOpen' | 'lateClosed'): number => units.reduce((total, unit) => total + unit[of], 0)
  return { name: say('wall.otherUnits', { count: units.length }), onTime: sum('onTime'), due: sum('due'), value: null, lateOpen: sum('lateOpen'), lateClosed: sum('lateClosed') }
}
