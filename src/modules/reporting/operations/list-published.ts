import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listPublishedFigures } from '#kernel/metrics/published.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { allMetrics } from '../registry.ts'

const Published = z.object({
  id: z.string(),
  metric: z.string(),
  name: z.string(),
  definition: z.string(),
  from: z.string(),
  to: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.string(),
  cutOffAt: z.string(),
  /** Size of the checkpoint on which the figure rests. */
  treeSize: z.int(),
  publishedAt: z.string(),
})

/** Figures that were published, newest first, as they were. */
export const listPublished = defineOperation({
  name: 'reporting.list-published',
  summary: 'Lists published figures with definition, cut-off and the checkpoint that they rest on',
  kind: 'query',
  http: { method: 'GET', path: '/published-figures' },
  access: 'public',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(Published), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest twenty', input: {} }],
  async run(ctx, { limit, cursor }) {
    const open = allMetrics.filter((metric) => metric.open)
    const rows = await listPublishedFigures(ctx.db, { metrics: open.map((metric) => metric.id), limit: limit + 1, ...(cursor !== undefined && { before: cursor }) })
    const items = rows.slice(0, limit)
    const shown = items.map(({ id, metric, from, to, numerator, denominator, treeSize, definitionVersion, valueText, cutOff, publishedAt }) => ({
      id,
      metric,
      from,
      to,
      numerator,
      denominator,
      treeSize,
      name: open.find((one) => one.id === metric)?.words.name ?? metric,
      definition: `${metric}/${definitionVersion}`,
      value: valueText,
      cutOffAt: instantText(cutOff),
      publishedAt: instantText(publishedAt),
    }))
    return { items: shown, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  },
})
