import { borderOf, type Edge, edgesOf, type LatticePoint, type Outline, type PartitionFault, side } from './partition.ts'

/**
 * Where cells that divide one area end otherwise than the district does: short of its outline, or beyond it (G-01). Their border is one loop
 * already; if each of its edges lies along the outline and goes its way, the loop goes round it once, and cells and district are the same area.
 */
export function findBorderFaults(cells: readonly Outline[], district: readonly LatticePoint[]): readonly PartitionFault[] {
  const sides = edgesOf([{ id: '', ring: cornersOf(district) }])
  return borderOf(cells).filter((edge) => !sides.some((along) => liesAlong(edge, along))).map(({ id }): PartitionFault => ({ kind: 'border', cellIds: [id] }))
}

/** A ring without the points at which it goes straight on. */
export function cornersOf(ring: readonly LatticePoint[]): readonly LatticePoint[] {
  return ring.filter((point, place) => side({ from: ring.at(place - 1) ?? point, to: ring[(place + 1) % ring.length] ?? point }, point) !== 0)
}

function liesAlong({ from, to }: Edge, along: Edge): boolean {
  if (side(along, from) !== 0 || side(along, to) !== 0) return false
  const way = ([x, y]: LatticePoint): number => (x - along.from[0]) * (along.to[0] - along.from[0]) + (y - along.from[1]) * (along.to[1] - along.from[1])
  return way(from) >= 0 && way(from) < way(to) && way(to) <= way(along.to)
}
