import { Squares } from '#ui/figure.tsx'
import { Pane } from '#ui/section.tsx'
import { type FigurePlace, mayOpen } from '../figure-href.ts'
import type { ListReach } from '../../schema.ts'
import { OpenLink } from '../open-link.tsx'
import { say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

const shownUnits = 12
/** More squares than these cannot be counted by eye; then the numbers stand there. */
const countable = 40

type Unit = Pick<Wall['units'][number], 'name' | 'onTime' | 'due' | 'value' | 'lateOpen' | 'lateClosed'>

interface UnitsPaneProps {
  readonly units: Wall['units']
  readonly opens: ListReach
  readonly place: FigurePlace
}

/** Units by what is late and open: one square for each case that is late. */
export function UnitsPane({ units, opens, place }: UnitsPaneProps) {
  const rest = units.slice(shownUnits)
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
              <UnitRow key={unit.unitId} unit={unit} opens={opens} place={{ ...place, unitId: unit.unitId }} />
            ))}
            {rest.length > 0 ? <UnitRow unit={together(rest)} opens={opens} place={undefined} /> : null}
          </tbody>
        </table>
      )}
      <p className="meta mt-s">
        <Squares open={1} closed={0} label={say('wall.legendOpen')} /> {say('wall.legendOpen')}　<Squares open={0} closed={1} label={say('wall.legendClosed')} /> {say('wall.legendClosed')}
      </p>
    </Pane>
  )
}

function UnitRow({ unit, opens, place }: { readonly unit: Unit; readonly opens: ListReach; readonly place: FigurePlace | undefined }) {
  const parts = `${unit.onTime.toLocaleString('zh-CN')}/${unit.due.toLocaleString('zh-CN')}`
  const open = place !== undefined && mayOpen(opens, place) ? place : undefined
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      <td className="tr">{open ? <OpenLink metric="cases.on-time-rate" place={open} opens={opens}>{parts}</OpenLink> : parts}</td>
      <td className="tr">{unit.value}</td>
      <td>{open && unit.lateOpen > 0 ? <OpenLink metric="cases.overdue-open" place={open} opens={opens}><Late unit={unit} /></OpenLink> : <Late unit={unit} />}</td>
    </tr>
  )
}

function Late({ unit: { lateOpen, lateClosed } }: { readonly unit: Unit }) {
  if (lateOpen + lateClosed === 0) return say('wall.none')
  if (lateOpen + lateClosed > countable) return say('wall.lateMany', { open: lateOpen, closed: lateClosed })
  return <Squares open={lateOpen} closed={lateClosed} label={say('wall.lateLabel', { open: lateOpen, closed: lateClosed })} />
}

/** The units that do not fit on the screen, without a rate: shares of different wholes are not added. */
function together(units: Wall['units']): Unit {
  const sum = (of: 'onTime' | 'due' | 'lateOpen' | 'lateClosed'): number => units.reduce((total, unit) => total + unit[of], 0)
  return { name: say('wall.otherUnits', { count: units.length }), onTime: sum('onTime'), due: sum('due'), value: null, lateOpen: sum('lateOpen'), lateClosed: sum('lateClosed') }
}
