import type { ReactNode } from 'react'
import type { OutputOf } from '#app'
import type { MapShape } from '../map-shape.ts'
import { say } from '../text.ts'

interface Counts {
  readonly open: number
  readonly overdue: number
}

/** A town or a cell with what is open in it, and where a click on it leads. */
export interface CountedPlace extends Counts {
  readonly key: string
  readonly name: string
  readonly href: string
}

/** Counts of cells added up under the keys of larger places. */
export function countsBy(items: OutputOf<'grid.count-events'>['items'], keyOf: (cellId: string) => string): Readonly<Record<string, Counts>> {
  const groups = Map.groupBy(items, ({ cellId }) => keyOf(cellId))
  const sum = (of: readonly Counts[], count: keyof Counts): number => of.reduce((total, one) => total + one[count], 0)
  return Object.fromEntries([...groups].map(([key, of]) => [key, { open: sum(of, 'open'), overdue: sum(of, 'overdue') }]))
}

interface PressureMapProps {
  readonly shape: Omit<MapShape, 'placeAt'>
  readonly places: readonly CountedPlace[]
  /** How a cell is coloured: something is open, or overdue. */
  readonly busy: Readonly<Record<string, string>>
  readonly label: string
}

/** The cells in the colour of what is open in them; each place is one link that says its counts. */
export function PressureMap({ shape, places, busy, label }: PressureMapProps) {
  return (
    <svg className="grid-map" viewBox={`0 0 ${shape.width} ${shape.height}`} role="group" aria-label={label}>
      {places.map(({ key, name, href, open, overdue }) => (
        <a key={key} href={href} aria-label={say('map.place', { name, open, overdue })}>
          {shape.cells.filter(({ id }) => id.startsWith(key)).map(({ id, points }) => (
            <polygon key={id} className={busy[id]} data-cell={id} points={points} />
          ))}
        </a>
      ))}
    </svg>
  )
}

/** What a colour of the map means. */
export function MapKey({ look, children }: { readonly look: 'some' | 'late'; readonly children: ReactNode }) {
  return (
    <span>
      <svg className="grid-map grid-key" viewBox="0 0 20 16" aria-hidden="true">
        <polygon className={look} points="1,1 19,1 19,15 1,15" />
      </svg>
      {children}
    </span>
  )
}
