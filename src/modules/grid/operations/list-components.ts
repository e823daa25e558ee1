import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { CategoryKey, CellId, ComponentCode, ComponentState, PageLimit, TownCode } from '../schema.ts'
import { listComponentRows } from '../store/components.ts'

/** A component as the staff sees it. */
export const ShownComponent = z.object({
  code: z.string(),
  category: z.string(),
  cellId: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  address: z.string().nullable(),
  unitId: z.string(),
  surveyedOn: z.string().nullable(),
  state: ComponentState,
})

/** The inventory (部件). For staff: what lies under a street is nobody's map. */
export const listComponents = defineOperation({
  name: 'grid.list-components',
  summary: 'Lists the components of the inventory by street, cell or class, with the number of open events about each',
  kind: 'query',
  http: { method: 'GET', path: '/grid/components' },
  access: { permission: 'grid:read-components' },
  input: z.object({ townCode: TownCode.optional(), cellId: CellId.optional(), category: CategoryKey.optional(), limit: PageLimit, cursor: ComponentCode.optional() }),
  output: z.object({ items: z.array(ShownComponent.extend({ openEvents: z.int() })), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The covers of rain water of a street', input: { townCode: '440114001', category: 'P0103' } }],
  async run(ctx, { townCode, cellId, category, limit, cursor }) {
    const found = await listComponentRows(ctx.db, { townCode: townCode ?? null, cellId: cellId ?? null, category: category ?? null, after: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: [...page], nextCursor: found.length > limit ? (page.at(-1)?.code ?? null) : null }
  },
})
