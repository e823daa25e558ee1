import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listPublishedPeriods as readPeriods } from '#kernel/metrics/published.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { openMetricIds } from '../published.ts'

/** The periods for which figures were published, the latest first. */
export const listPublishedPeriods = defineOperation({
  name: 'reporting.list-published-periods',
  summary: 'Lists the periods for which figures were published',
  kind: 'query',
  http: { method: 'GET', path: '/published-figures/periods' },
  access: 'public',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(24) }),
  output: z.object({ items: z.array(z.object({ from: z.string(), to: z.string(), publishedAt: z.string(), count: z.int() })), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'The latest twenty-four', input: {} }],
  async run(ctx, { limit }) {
    const periods = await readPeriods(ctx.db, openMetricIds, limit)
    return { items: periods.map(({ publishedAt, ...period }) => ({ ...period, publishedAt: instantText(publishedAt) })), nextCursor: null }
  },
})
