import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import { TownCode } from '../schema.ts'
import { countOpenByCell } from '../store/event-lists.ts'

/** Where something is open: what a map of the grid shows. Only of events that the caller commands, handles or oversees. */
export const countEvents = defineOperation({
  name: 'grid.count-events',
  summary: 'Counts the open events of each cell, and how many of them are overdue; cells without any are left out',
  kind: 'query',
  http: { method: 'GET', path: '/grid/event-counts' },
  access: { permission: 'grid:list' },
  input: z.object({ townCode: TownCode.optional() }),
  output: z.object({ items: z.array(z.object({ cellId: z.string(), open: z.int(), overdue: z.int() })), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'Of a street', input: { townCode: '440114001' } }],
  async run(ctx, { townCode }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    return { items: [...(await countOpenByCell(ctx.db, { scope, townCode: townCode ?? null, at: ctx.now }))], nextCursor: null }
  },
})
