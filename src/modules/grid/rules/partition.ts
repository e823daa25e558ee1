/** A point of the lattice on which the grid is drawn: whole numbers, so that no answer depends on rounding. */
export type LatticePoint = readonly [x: number, y: number]

/** A cell as the partition sees it: its corners in order, without repeating the first. */
export interface Outline {
  readonly id: string
  readonly ring: readonly LatticePoint[]
}

/** What keeps cells from being a partition of one area (G-01). */
export interface PartitionFault {
  readonly kind: 'turned' | 'overlap' | 'hole' | 'gap' | 'folded' | 'border'
  readonly cellIds: readonly string[]
}

/**
 * Proves that the cells divide one area without overlap and without gap (G-01), exactly. Every cell turns the same way and every directed
 * edge occurs once, so an inner edge is shared by exactly two cells, in opposite directions; the edges that are left over close to one
 * simple loop. Round a point inside that loop the cells then wind exactly once together: it is in one cell, and in no other.
 */
export function findPartitionFaults(cells: readonly Outline[]): readonly PartitionFault[] {
  const faults: PartitionFault[] = cells.filter(({ ring }) => ring.length < 3 || doubleArea(ring) <= 0).map(({ id }) => ({ kind: 'turned', cellIds: [id] }))
  const owners = new Map<string, string>()
  for (const { id, from, to } of edgesOf(cells)) {
    const other = owners.get(edgeKey(from, to))
    if (other !== undefined) faults.push({ kind: 'overlap', cellIds: [other, id] })
    owners.set(edgeKey(from, to), id)
  }
  return [...faults, ...loopFaults(borderOf(cells))]
}

/** An edge of a cell, in the direction in which the cell turns. */
export interface Edge {
  readonly id: string
  readonly from: LatticePoint
  readonly to: LatticePoint
}

export function edgesOf(cells: readonly Outline[]): readonly Edge[] {
  return cells.flatMap(({ id, ring }) => ring.map((from, place) => ({ id, from, to: ring[(place + 1) % ring.length] ?? from })))
}

/** The edges that no two cells share: where the area that they divide ends. */
export function borderOf(cells: readonly Outline[]): readonly Edge[] {
  const edges = edgesOf(cells)
  const directed = new Set(edges.map(({ from, to }) => edgeKey(from, to)))
  return edges.filter(({ from, to }) => !directed.has(edgeKey(to, from)))
}

/** The border is one loop that touches no corner twice: a second loop is a hole or a piece cut off, an open end a gap. */
function loopFaults(border: readonly Edge[]): readonly PartitionFault[] {
  const next = new Map<string, Edge>()
  for (const edge of border) {
    if (next.has(String(edge.from))) return [{ kind: 'gap', cellIds: [edge.id] }]
    next.set(String(edge.from), edge)
  }
  const [first] = border
  let walked = 0
  for (let edge = first; edge !== undefined; edge = next.get(String(edge.to))) {
    walked += 1
    next.delete(String(edge.from))
  }
  if (walked === border.length) return crossings(border)
  return [{ kind: 'hole', cellIds: [...next.values()].map(({ id }) => id).slice(0, 5) }]
}

/** Edges of the border that cross or touch without following each other: there one cell lies on another. */
function crossings(border: readonly Edge[]): readonly PartitionFault[] {
  return border.flatMap((one, place) => border.slice(place + 1).filter((other) => doCross(one, other)).map((other): PartitionFault => ({ kind: 'folded', cellIds: [one.id, other.id] })))
}

function doCross(one: Edge, other: Edge): boolean {
  if (String(one.to) === String(other.from) || String(other.to) === String(one.from)) return false
  const apart = (axis: 0 | 1): boolean => Math.max(one.from[axis], one.to[axis]) < Math.min(other.from[axis], other.to[axis]) || Math.max(other.from[axis], other.to[axis]) < Math.min(one.from[axis], one.to[axis])
  if (apart(0) || apart(1)) return false
  const splits = (edge: Edge, { from, to }: Edge): boolean => Math.sign(side(edge, from)) * Math.sign(side(edge, to)) <= 0
  return splits(one, other) && splits(other, one)
}

/** On which side of an edge a point lies: positive, negative, or zero on its line. */
export function side({ from: [x1, y1], to: [x2, y2] }: Pick<Edge, 'from' | 'to'>, [x, y]: LatticePoint): number {
  return (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
}

/** The one cell in which a point lies. A point on an edge belongs to the cell on one side of it, always the same (G-01: one cell for each address). */
export function cellAt<C extends Outline>(cells: readonly C[], point: LatticePoint): C | undefined {
  return cells.find(({ ring }) => contains(ring, point))
}

/** Crossings of a ray to the right, edges taken without their lower end: exact in whole numbers below 2²⁶. */
export function contains(ring: readonly LatticePoint[], [x, y]: LatticePoint): boolean {
  let inside = false
  ring.forEach(([x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1]
    if (y1 > y === y2 > y) return
    // Which side of the edge, turned so that the edge goes up.
    const turn = side({ from: [x1, y1], to: [x2, y2] }, [x, y])
    if (y2 > y1 ? turn > 0 : turn < 0) inside = !inside
  })
  return inside
}

/** Twice the area that a ring encloses, positive if its corners go round from x to y. */
export function doubleArea(ring: readonly LatticePoint[]): number {
  return ring.reduce((sum, [x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1]
    return sum + x1 * y2 - x2 * y1
  }, 0)
}

/** The middle of a cell, where its number stands on a map. */
export function middleOf(ring: readonly LatticePoint[]): LatticePoint {
  const sum = (axis: 0 | 1): number => Math.round(ring.reduce((total, point) => total + point[axis], 0) / ring.length)
  return [sum(0), sum(1)]
}

function edgeKey(from: LatticePoint, to: LatticePoint): string {
  return `${from[0]},${from[1]}>${to[0]},${to[1]}`
}
