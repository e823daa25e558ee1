import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listPublishedFigures } from '#kernel/metrics/published.ts'
import { Day } from '#kernel/time/day.ts'
import { openMetricIds, Published, shownBy } from '../published.ts'

/** Figures that were published, newest first, as they were. */
export const listPublished = defineOperation({
  name: 'reporting.list-published',
  summary: 'Lists published figures with definition, cut-off and the checkpoint that they rest on',
  kind: 'query',
  http: { method: 'GET', path: '/published-figures' },
  access: 'public',
  input: z.strictObject({
    /** First and last day of the period that the figures are of. */
    from: Day.optional(),
    to: Day.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(Published), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest twenty', input: {} }],
  async run(ctx, { from, to, limit, cursor }) {
    const rows = await listPublishedFigures(ctx.db, { metrics: openMetricIds, from, to, before: cursor, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return { items: items.map(shownBy(ctx.services)), nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  },
})
