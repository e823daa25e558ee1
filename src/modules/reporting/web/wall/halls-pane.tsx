import { Pane } from '#ui/section.tsx'
import { dayWords } from '#web/day-words.ts'
import { without } from '../../schema.ts'
import type { FigurePlace } from '../figure-href.ts'
import { OpenLink } from '../open-link.tsx'
import { say } from '../staff-text.ts'
import { HallMap } from './hall-map.tsx'
import type { Wall } from './wall-figures.tsx'

/** Where applications came in: the halls on a sketch of the district, and the same as a table. */
export function HallsPane({ wall, place }: { readonly wall: Wall; readonly place: FigurePlace }) {
  return (
    <Pane id="halls" title={say('wall.halls')} meta={say('wall.hallsMeta', { from: dayWords(wall.from), to: dayWords(wall.to) })}>
      {wall.sketch ? (
        <>
          <HallMap sketch={wall.sketch} halls={wall.halls} />
          <p className="meta">{say('wall.mapNote')}</p>
        </>
      ) : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('wall.hall')}</th>
            <th scope="col" className="tr">{say('wall.received')}</th>
            <th scope="col" className="tr">{say('wall.waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {wall.halls.map((hall) => (
            <HallLine key={hall.hallId ?? ''} hall={hall} wall={wall} place={place} />
          ))}
        </tbody>
      </table>
    </Pane>
  )
}

function HallLine({ hall, wall: { opens }, place }: { readonly hall: Wall['halls'][number]; readonly wall: Wall; readonly place: FigurePlace }) {
  const counts = (metric: string, count: number) => (
    <OpenLink metric={metric} place={{ ...place, hallId: hall.hallId ?? without }} opens={opens}>
      {count}
    </OpenLink>
  )
  return (
    <tr>
      <th scope="row">{hall.name ?? say('wall.online')}</th>
      <td className="tr">{counts('cases.received', hall.received)}</td>
      <td className="tr">{counts('cases.unaccepted', hall.unaccepted)}</td>
    </tr>
  )
}
