import { say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

type Sketch = NonNullable<Wall['sketch']>
type Hall = Wall['halls'][number]

/** The halls on the sketch of the district. The table below says the same in words, so the drawing is one image with one name. */
export function HallMap({ sketch, halls }: { readonly sketch: Sketch; readonly halls: readonly Hall[] }) {
  return (
    <svg className="chart wall-map" viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="img" aria-label={say('wall.map')}>
      <g className="towns">
        {sketch.townships.map(({ code, points }) => (
          <polygon key={code} points={points} />
        ))}
      </g>
      <g className="names" textAnchor="middle">
        {sketch.townships.map(({ code, name, label: [x, y] }) => (
          <text key={code} x={x} y={y}>
            {name}
          </text>
        ))}
      </g>
      {sketch.townships.map(({ code, label: [x, y] }) => (
        <HallMark key={code} x={x} y={y + 12} count={receivedIn(halls, code)} />
      ))}
    </svg>
  )
}

function HallMark({ x, y, count }: { readonly x: number; readonly y: number; readonly count: number | undefined }) {
  if (count === undefined) return null
  return (
    <g className="hall">
      <circle cx={x - 14} cy={y} r="5" />
      <text x={x - 5} y={y + 5} className="hi">
        {count.toLocaleString('zh-CN')}
      </text>
    </g>
  )
}

/** What the halls of a town received; undefined for a town without one. */
function receivedIn(halls: readonly Hall[], regionCode: string): number | undefined {
  const here = halls.filter((hall) => hall.regionCode === regionCode)
  return here.length === 0 ? undefined : here.reduce((sum, hall) => sum + hall.received, 0)
}
