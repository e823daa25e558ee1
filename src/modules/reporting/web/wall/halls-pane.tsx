import { Pane } from '#ui/section.tsx'
import { dayWords } from '#web/day-words.ts'
import { without } from '../../schema.ts'
import { figureHref, type FigurePlace, mayOpen } from '../figure-href.ts'
import { OpenLink } from '../open-link.tsx'
import { say } from '../staff-text.ts'
import { HallMap } from './hall-map.tsx'
import type { Wall } from './wall-figures.tsx'

type Hall = Wall['halls'][number]

/** Where applications came in: the halls on a sketch of the district, and the same as a table, beside it who waits there now. */
export function HallsPane({ wall, place }: { readonly wall: Wall; readonly place: FigurePlace }) {
  const partOf = ({ hallId }: Hall): FigurePlace => ({ ...place, hallId: hallId ?? without })
  const hrefOf = (hall: Hall): string | undefined => (mayOpen(wall.opens, partOf(hall)) ? figureHref('cases.received', partOf(hall)) : undefined)
  const showsLines = wall.halls.some(({ waiting }) => waiting !== null)
  return (
    <Pane id="halls" title={say('wall.halls')} meta={say('wall.hallsMeta', { from: dayWords(wall.from), to: dayWords(wall.to) })}>
      {wall.sketch ? (
        <>
          <HallMap sketch={wall.sketch} halls={wall.halls} hrefOf={hrefOf} />
          <p className="meta">{say('wall.mapNote')}</p>
        </>
      ) : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('wall.hall')}</th>
            <th scope="col" className="tr">{say('wall.received')}</th>
            <th scope="col" className="tr">{say('wall.unaccepted')}</th>
            {showsLines ? <th scope="col" className="tr">{say('wall.waiting')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {wall.halls.map((hall, at) => (
            <HallLine key={hall.hallId ?? ''} hall={hall} number={at + 1} opens={wall.opens} place={partOf(hall)} showsLine={showsLines} />
          ))}
        </tbody>
      </table>
    </Pane>
  )
}

interface HallLineProps {
  readonly hall: Hall
  readonly number: number
  readonly opens: Wall['opens']
  readonly place: FigurePlace
  readonly showsLine: boolean
}

function HallLine({ hall, number, opens, place, showsLine }: HallLineProps) {
  return (
    <tr>
      <th scope="row">{hall.name === null ? say('wall.online') : say('wall.hallNumbered', { number, name: hall.name })}</th>
      <td className="tr">
        <OpenLink metric="cases.received" place={place} opens={opens}>
          {hall.received}
        </OpenLink>
      </td>
      <td className="tr">
        <OpenLink metric="cases.unaccepted" place={place} opens={opens}>
          {hall.unaccepted}
        </OpenLink>
      </td>
      {showsLine ? (
        <td className="tr">
          <Line hall={hall} />
        </td>
      ) : null}
    </tr>
  )
}

/** Who waits in a hall, with the way to its list. */
function Line({ hall: { hallId, waiting, watched } }: { readonly hall: Hall }) {
  if (hallId === null || waiting === null) return say('wall.noLine')
  return watched ? <a href={`/hall?hall=${hallId}`}>{waiting}</a> : waiting
}
