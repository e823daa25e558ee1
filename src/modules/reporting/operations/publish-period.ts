import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { publishFigures } from '#kernel/metrics/published.ts'
import { Day } from '#kernel/time/day.ts'
import { figuresOf } from '../figures-of.ts'
import { allMetrics, getMetric } from '../registry.ts'
import { isPeriod } from '../schema.ts'
import { sealFigures } from '../store/figure-seals.ts'

/** Publishes the open figures of a period for good, under the seal of the office; those without data are left out (S-21). */
export const publishPeriod = defineOperation({
  name: 'reporting.publish-period',
  summary: 'Stores the open figures of a period with numerator, denominator, cut-off, definition version and checkpoint',
  kind: 'command',
  http: { method: 'POST', path: '/figure-publications', status: 201 },
  access: { permission: 'reporting:publish' },
  input: z.strictObject({ from: Day, to: Day }).refine(isPeriod, { path: ['to'] }),
  output: z.object({ published: z.int() }),
  refusals: [],
  examples: [{ summary: 'May 2018', input: { from: '2018-05-01', to: '2018-05-31' } }],
  async run(ctx, { from, to }) {
    const figures = await figuresOf(ctx, allMetrics.filter((metric) => metric.open), { from, to })
    const ids = await publishFigures(ctx, figures.map((figure) => ({ ...figure, counts: getMetric(figure.metric).words.counts })))
    await sealFigures(ctx, ids)
    return { published: ids.length }
  },
})
