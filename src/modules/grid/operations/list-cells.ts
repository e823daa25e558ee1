import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { listStaffNames } from '#modules/organisation/index.ts'
import { geoOf } from '../frame.ts'
import { middleOf } from '../rules/partition.ts'
import { CellId, CommunityCode, PageLimit, TownCode } from '../schema.ts'
import { type Cell, listCellRows } from '../store/cells.ts'

/** What everybody may know of a cell: where it is, who looks after it, whom to call, and whom to call about that (G-02). */
export const ShownCell = z.object({
  id: z.string(),
  communityCode: z.string(),
  townCode: z.string(),
  unitId: z.string(),
  worker: z.string(),
  workerPhone: z.string(),
  supervisionPhone: z.string(),
  longitude: z.number(),
  latitude: z.number(),
})

export async function shownCells(ctx: Pick<Ctx, 'db'>, cells: readonly Cell[]): Promise<z.input<typeof ShownCell>[]> {
  const names = await listStaffNames(ctx.db, [...new Set(cells.map(({ workerId }) => workerId))])
  return cells.map(({ ring, workerId, ...cell }) => ({ ...cell, worker: names[workerId] ?? '', ...geoOf(middleOf(ring)) }))
}

export const listCells = defineOperation({
  name: 'grid.list-cells',
  summary: 'Lists the cells of the grid with their grid workers, their telephones and the telephones of supervision',
  kind: 'query',
  http: { method: 'GET', path: '/grid/cells' },
  access: 'public',
  input: z.object({ townCode: TownCode.optional(), communityCode: CommunityCode.optional(), limit: PageLimit, cursor: CellId.optional() }),
  output: z.object({ items: z.array(ShownCell), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'Of one community', input: { communityCode: '440114001001' } }],
  async run(ctx, { townCode, communityCode, limit, cursor }) {
    const found = await listCellRows(ctx.db, { townCode: townCode ?? null, communityCode: communityCode ?? null, workerId: null, after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: await shownCells(ctx, page), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
