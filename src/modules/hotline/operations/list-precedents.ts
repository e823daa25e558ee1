import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { within } from '../categories.ts'
import { Key } from '../schema.ts'
import { listPrecedentRows } from '../store/returns.ts'

/** Decided disputes about duty, so that the next one is decided alike and need not arise. */
export const listPrecedents = defineOperation({
  name: 'hotline.list-precedents',
  summary: 'Lists decided disputes about whose duty an order is, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/precedents' },
  access: { permission: 'hotline:list' },
  input: z.object({ category: Key.optional(), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), category: z.string(), unitId: z.string(), basis: z.string(), quote: z.string().nullable(), upheld: z.boolean(), decidedUnitId: z.string().nullable(), reasoning: z.string().nullable(), decidedAt: z.string().nullable() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'Disputes about the look of the city', input: { category: 'city-appearance' } }],
  async run(ctx, { category, limit, cursor }) {
    const found = await listPrecedentRows(ctx.db, { categories: category === undefined ? null : within(category), before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return {
      items: page.map(({ id, category: of, unitId, basis, quote, upheld, decidedUnitId, reasoning, decidedAt }) => ({ id, category: of, unitId, basis, quote, upheld: upheld === true, decidedUnitId, reasoning, decidedAt: decidedAt === null ? null : instantText(decidedAt) })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
