import { cornersOf } from '#modules/grid/rules/border.ts'
import { borderOf, type LatticePoint } from '#modules/grid/rules/partition.ts'
import { outlineOf, type Sketch } from './cells.ts'

/** The outline of the district: what the outlines of its towns, not those of its cells, leave over when their common edges go. */
export function districtOf({ townships }: Sketch): readonly LatticePoint[] {
  const towns = townships.map((town) => ({ id: town.code, ring: outlineOf(town) }))
  const next = new Map(borderOf(towns).map(({ from, to }) => [String(from), to]))
  const ring: LatticePoint[] = []
  let [corner = ''] = next.keys()
  for (let to = next.get(corner); to !== undefined; to = next.get(corner)) {
    ring.push(to)
    next.delete(corner)
    corner = String(to)
  }
  return cornersOf(ring)
}
