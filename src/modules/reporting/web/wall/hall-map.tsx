import { say } from '../staff-text.ts'
import { hallPlaces, type SketchPoint } from './hall-places.ts'
import type { Wall } from './wall-figures.tsx'

type Hall = Wall['halls'][number]

interface HallMapProps {
  readonly sketch: NonNullable<Wall['sketch']>
  readonly halls: readonly Hall[]
  /** The list of what a hall received; undefined for who may not see it. */
  readonly hrefOf: (hall: Hall) => string | undefined
}

/** The halls on the sketch of the district, each under the number of its row in the table below, which says the same in words. */
export function HallMap({ sketch, halls, hrefOf }: HallMapProps) {
  return (
    <svg className="chart wall-map" viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="group" aria-label={say('wall.map')}>
      <g className="towns" aria-hidden="true">
        {sketch.townships.map(({ code, points }) => (
          <polygon key={code} points={points} />
        ))}
      </g>
      <g className="names" textAnchor="middle" aria-hidden="true">
        {sketch.townships.map(({ code, name, label: [x, y] }) => (
          <text key={code} x={x} y={y}>
            {name}
          </text>
        ))}
      </g>
      {hallPlaces(sketch.townships, halls).map(({ hall, ...place }) => (
        <HallMark key={hall.hallId} hall={hall} href={hrefOf(hall)} {...place} />
      ))}
    </svg>
  )
}

interface HallMarkProps extends SketchPoint {
  readonly hall: Hall
  readonly number: number
  readonly href: string | undefined
}

/** Named by its title, which a mouse shows too. */
function HallMark({ hall: { name, received }, number, href, x, y }: HallMarkProps) {
  const mark = (
    <>
      <title>{say('wall.mapHall', { number, name: name ?? '', count: received })}</title>
      <g aria-hidden="true">
        <rect className="reach" x={x - 22} y={y - 13} width="44" height="26" />
        <circle cx={x - 11} cy={y} r="9" />
        <text x={x - 11} y={y + 4} textAnchor="middle" className="number">
          {number}
        </text>
        <text x={x + 2} y={y + 5} className="hi">
          {received.toLocaleString('zh-CN')}
        </text>
      </g>
    </>
  )
  return href === undefined ? (
    <g className="hall" role="img">
      {mark}
    </g>
  ) : (
    <a className="hall" href={href}>
      {mark}
    </a>
  )
}
