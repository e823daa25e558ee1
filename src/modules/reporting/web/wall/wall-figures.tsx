import type { OutputOf } from '#app'
import { dayWords } from '#web/day-words.ts'
import type { FigurePlace } from '../figure-href.ts'
import { OpenLink } from '../open-link.tsx'
import { say } from '../staff-text.ts'

export type Wall = OutputOf<'reporting.get-wall'>
type Shown = Wall['figures'][number]

interface WallFiguresProps {
  readonly wall: Wall
  readonly place: FigurePlace
}

/** The rates of the period with their parts, and under them the counts of the day. */
export function WallFigures({ wall, place }: WallFiguresProps) {
  return (
    <>
      <dl className="figs">
        {wall.figures.map((figure) => (
          <div key={figure.metric} className="fig">
            <dt>{figure.name}</dt>
            <dd>
              {figure.value ?? <small>{say('wall.noData')}</small>}
              {figure.value === null ? null : (
                <small>
                  <OpenLink metric={figure.metric} place={place} opens={wall.opens}>
                    {partsOf(figure)}
                  </OpenLink>
                </small>
              )}
              <small>
                <FigureNote figure={figure} place={place} opens={wall.opens} />
              </small>
            </dd>
          </div>
        ))}
      </dl>
      <h2 className="wall-day" id="today">{dayWords(place.to)}</h2>
      <dl className="wall-today" aria-labelledby="today">
        {wall.today.map((figure) => (
          <div key={figure.metric}>
            <dt>{figure.name}</dt>
            <dd>
              <OpenLink metric={figure.metric} place={{ ...place, from: place.to }} opens={wall.opens}>
                {figure.numerator.toLocaleString('zh-CN')}
              </OpenLink>
            </dd>
          </div>
        ))}
        <Waiting halls={wall.halls} />
      </dl>
    </>
  )
}

/** How many people stand in line in all halls now; hall by hall it stands below. */
function Waiting({ halls }: Pick<Wall, 'halls'>) {
  const lines = halls.flatMap(({ waiting }) => waiting ?? [])
  if (lines.length === 0) return null
  return (
    <div>
      <dt>{say('wall.waitingAll')}</dt>
      <dd>
        <a href="#halls">{lines.reduce((sum, waiting) => sum + waiting, 0).toLocaleString('zh-CN')}</a>
      </dd>
    </div>
  )
}

function partsOf({ numerator, denominator }: Shown): string {
  const [top, bottom] = [numerator, denominator].map((part) => part?.toLocaleString('zh-CN'))
  return bottom === undefined ? `${top}` : `${top} / ${bottom}`
}

/** What stands inside the denominator comes first; else what is counted. */
function FigureNote({ figure: { beside, counts }, place, opens }: { readonly figure: Shown; readonly place: FigurePlace; readonly opens: Wall['opens'] }) {
  const [inside] = beside
  if (inside === undefined) return counts
  return (
    <OpenLink metric={inside.metric} place={place} opens={opens}>
      {say('wall.besideOpen', { name: inside.name, count: inside.numerator })}
    </OpenLink>
  )
}
