import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from '../errors.ts'
import { CellId } from '../schema.ts'
import { findCell } from '../store/cells.ts'
import { ShownCell, shownCells } from './list-cells.ts'

export const getCell = defineOperation({
  name: 'grid.get-cell',
  summary: 'Shows one cell of the grid with who looks after it',
  kind: 'query',
  http: { method: 'GET', path: '/grid/cells/{cellId}' },
  access: 'public',
  input: z.object({ cellId: CellId }),
  output: ShownCell,
  refusals: [gridErrors.cellUnknown],
  examples: [{ summary: 'A cell', input: { cellId: '44011400100101' } }],
  async run(ctx, { cellId }) {
    const cell = await findCell(ctx.db, cellId)
    const [shown] = cell === undefined ? [] : await shownCells(ctx, [cell])
    if (shown === undefined) throw new Refusal(gridErrors.cellUnknown)
    return shown
  },
})
