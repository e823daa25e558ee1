/** Lattice units to one unit of the sketch: enough that every middle of an edge is a whole number. */
export const LATTICE = 64

/** How often each piece is divided into four after the first division of a town. */
const DIVISIONS = 2

export interface Sketch {
  readonly width: number
  readonly height: number
  readonly townships: readonly { readonly code: string; readonly points: string }[]
}

export interface TownToDivide {
  readonly code: string
  readonly points: string
  readonly communities: readonly string[]
  /** Numbers of the grid workers of the town. */
  readonly workers: readonly string[]
}

export interface DividedCell {
  /** The community's code of 12 digits and the number of the cell in it. */
  readonly id: string
  readonly ring: readonly (readonly number[])[]
  readonly workerNo: string
}

type Point = readonly [number, number]
type Ring = readonly Point[]

/**
 * Divides the outline of a town into quadrangles: from its middle to the middle of each edge, and each piece so again. Two towns halve the
 * edge between them at the same point, so that the cells of all towns fit together. Communities get neighbouring cells, workers neighbouring communities.
 */
export function cellsOf(town: TownToDivide): readonly DividedCell[] {
  const outline = outlineOf(town)
  let pieces: readonly Ring[] = divided(outline, 2 ** DIVISIONS)
  for (let left = DIVISIONS - 1; left >= 0; left -= 1) pieces = pieces.flatMap((piece) => divided(piece, 2 ** left))
  const counts = new Map<string, number>()
  return pieces.map((ring, place) => {
    const community = shareOf(town.communities, place, pieces.length)
    const number = (counts.get(community) ?? 0) + 1
    counts.set(community, number)
    return { id: `${community}${String(number).padStart(2, '0')}`, ring, workerNo: shareOf(town.workers, place, pieces.length) }
  })
}

/** The outline of a town on the lattice. */
export function outlineOf({ points }: { readonly points: string }): Ring {
  return clockwise(points.split(' ').map((pair) => pair.split(',').map((text) => Number(text) * LATTICE) as [number, number]))
}

/** The pieces of a ring, one at each corner; the middle is put on a multiple of `step`, so that later halves are whole. */
function divided(ring: Ring, step: number): readonly Ring[] {
  const sum = (axis: 0 | 1): number => Math.round(ring.reduce((total, point) => total + point[axis], 0) / ring.length / step) * step
  const middle: Point = [sum(0), sum(1)]
  return ring.map((corner, place) => {
    const before = ring.at(place - 1) ?? corner
    const after = ring[(place + 1) % ring.length] ?? corner
    return [corner, half(corner, after), middle, half(before, corner)]
  })
}

function half([x1, y1]: Point, [x2, y2]: Point): Point {
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}

function clockwise(ring: Ring): Ring {
  const turn = ring.reduce((sum, [x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1]
    return sum + x1 * y2 - x2 * y1
  }, 0)
  return turn > 0 ? ring : ring.toReversed()
}

function shareOf(all: readonly string[], place: number, pieces: number): string {
  const one = all[Math.floor((place * all.length) / pieces)]
  if (one === undefined) throw new Error('a town without communities or workers')
  return one
}
