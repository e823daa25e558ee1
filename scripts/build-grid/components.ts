import { geoOf } from '#modules/grid/frame.ts'
import { middleOf } from '#modules/grid/rules/partition.ts'
import type { DividedCell } from './cells.ts'

/** Classes of which the demo district has some, and how far they stand from the middle of a cell, in hundredths of the way to a corner. */
const shown = [
  { category: '0103', along: 35 },
  { category: '0118', along: 55 },
  { category: '0305', along: 75 },
] as const

/** Fictional components: a few in every cell, always at the same places, as lines of CSV under the headings that an import knows. */
export function componentsOf(cells: readonly DividedCell[], surveyedOn: string): readonly (readonly string[])[] {
  const counts = new Map<string, number>()
  const lines = cells.flatMap(({ id, ring }, place) =>
    shown.map(({ category, along }, kind) => {
      const corners = ring.map(([x = 0, y = 0]) => [x, y] as const)
      const middle = middleOf(corners)
      const corner = corners[(place + kind) % corners.length] ?? middle
      const toward = (axis: 0 | 1): number => Math.round(middle[axis] + ((corner[axis] - middle[axis]) * along) / 100)
      const { longitude, latitude } = geoOf([toward(0), toward(1)])
      const number = (counts.get(category) ?? 0) + 1
      counts.set(category, number)
      return [`${id.slice(0, 6)}${category}${String(number).padStart(6, '0')}`, String(longitude), String(latitude), '', '', surveyedOn, '']
    }),
  )
  return [['部件标识码', '经度', '纬度', '位置描述', '主管单位', '普查日期', '状态'], ...lines]
}
