import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { metricDimensions } from '#kernel/metrics/metric.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listReach } from '../access.ts'
import { compared } from '../compared.ts'
import { reportingErrors } from '../errors.ts'
import { evaluateBy } from '../evaluate.ts'
import { filterOf, readingOf, shownFigures } from '../figures-of.ts'
import { partName } from '../part-names.ts'
import { getMetric, hasDimensions } from '../registry.ts'
import { ComparedFigure, FigureQuestion, isPeriod, ListReach } from '../schema.ts'

const Part = z.object({
  /** Null for rows without that dimension: what came over the network has no hall. */
  part: z.string().nullable(),
  name: z.string().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.string().nullable(),
})

/** One figure, beside that of the year before, and divided by a dimension of its own or by day. */
export const getFigure = defineOperation({
  name: 'reporting.get-figure',
  summary: 'Computes one figure for staff, compared with the year before and divided by unit, hall, window, item, channel, region, kind or day',
  kind: 'query',
  http: { method: 'GET', path: '/figures/{metric}' },
  access: { permission: 'reporting:read-wall' },
  rate: { perMinute: 60 },
  input: FigureQuestion.extend({ metric: z.string().max(100), by: z.enum([...metricDimensions, 'day']).optional() }).refine(isPeriod, { path: ['to'] }),
  output: z.object({ figure: ComparedFigure, dimensions: z.array(z.enum(metricDimensions)), parts: z.array(Part), opens: ListReach }),
  refusals: [reportingErrors.metricUnknown, reportingErrors.dimensionUnknown],
  examples: [{ summary: 'Accepted cases of May 2018 by unit', input: { metric: 'cases.accepted', from: '2018-05-01', to: '2018-05-31', by: 'unitId' } }],
  async run(ctx, { metric: id, by, ...question }) {
    const metric = getMetric(id)
    const filter = filterOf(question)
    const divisible = by === undefined || by === 'day' || metric.dimensions.includes(by)
    if (!divisible || !hasDimensions(metric, filter)) throw new Refusal(reportingErrors.dimensionUnknown, { dimensions: metric.dimensions })
    const [figure] = await compared(ctx, await shownFigures(ctx, [metric], question), question)
    if (figure === undefined) throw new Error(`${id} was not evaluated`)
    const { from, to, asOf } = question
    const parts = by === undefined ? [] : await evaluateBy(readingOf(ctx), metric, { from, to, now: ctx.now, filter, by, ...(asOf !== undefined && { asOf: new Date(asOf) }) })
    const named: z.infer<typeof Part>[] = []
    for (const { part, numerator, denominator, valueText } of parts) {
      const name = part === null || by === undefined ? null : await partName(ctx, { by, key: part, day: to })
      named.push({ part, name, numerator, denominator, value: valueText })
    }
    return { figure, dimensions: [...metric.dimensions], parts: named, opens: listReach(ctx.caller, (await getOffice(ctx.db)).id) }
  },
})
