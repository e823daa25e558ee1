import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from '../errors.ts'
import { locate } from '../place-of.ts'
import { Place } from '../schema.ts'
import { ShownCell, shownCells } from './list-cells.ts'

/** The one cell in which a place lies (G-01). */
export const findCellAt = defineOperation({
  name: 'grid.find-cell',
  summary: 'Finds the cell in which a place lies',
  kind: 'query',
  http: { method: 'GET', path: '/grid/cell-at' },
  access: 'public',
  rate: { perMinute: 60 },
  input: Place,
  output: ShownCell,
  refusals: [gridErrors.placeOutside],
  examples: [{ summary: 'In the middle of the district', input: { longitude: 113.2, latitude: 23.39 } }],
  async run(ctx, place) {
    const { cell } = await locate(ctx, place)
    const [shown] = await shownCells(ctx, [cell])
    if (shown === undefined) throw new Refusal(gridErrors.placeOutside)
    return shown
  },
})
