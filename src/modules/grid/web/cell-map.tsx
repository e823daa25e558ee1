import type { MapShape } from './map-shape.ts'
import { cellWords } from './portal-text.ts'

interface CellMapProps {
  readonly shape: Omit<MapShape, 'placeAt'>
  readonly communities: Readonly<Record<string, string>>
  readonly label: string
  readonly chosen?: string | undefined
  readonly hrefOf: (cellId: string) => string
}

/** The cells of a town, each a link. The list beside it says the same, so that nobody needs the drawing. */
export function CellMap({ shape, communities, label, chosen, hrefOf }: CellMapProps) {
  return (
    <svg className="grid-map" viewBox={`0 0 ${shape.width} ${shape.height}`} role="group" aria-label={label}>
      {shape.cells.map(({ id, communityCode, points }) => (
        <a key={id} href={hrefOf(id)} aria-label={cellWords(id, communities[communityCode])}>
          <polygon className={id === chosen ? 'chosen' : undefined} data-cell={id} points={points} />
        </a>
      ))}
    </svg>
  )
}
