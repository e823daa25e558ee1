import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { satisfaction } from '../rules/satisfaction.ts'
import { countGrades } from '../store/reviews.ts'

const Figures = z.object({
  /** Reviews of 基本满意 and better: the numerator. */
  satisfied: z.number().int(),
  /** Reviews that count: the denominator. */
  valid: z.number().int(),
  /** Kept, and in no ratio. */
  excluded: z.number().int(),
  /** Valid reviews of grade 1 to 5, in this order. */
  grades: z.array(z.number().int()).length(5),
})

/** Satisfaction (满意率) as two counts; whoever shows a percentage shows what it is made of. */
export const getFigures = defineOperation({
  name: 'evaluations.get-figures',
  summary: 'Counts satisfied and valid evaluations of a period, altogether and by unit',
  kind: 'query',
  http: { method: 'GET', path: '/evaluations/figures' },
  access: 'public',
  input: z
    .object({
      from: Day,
      /** Last day, included. */
      to: Day,
      unitId: z.string().max(100).optional(),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'] }),
  output: z.object({
    definition: z.string(),
    from: z.string(),
    to: z.string(),
    cutOffAt: z.string(),
    total: Figures,
    units: z.array(Figures.extend({ unitId: z.string() })),
  }),
  refusals: [],
  examples: [{ summary: 'September 2026', input: { from: '2026-09-01', to: '2026-09-30' } }],
  async run(ctx, { from, to, unitId }) {
    const counts = await countGrades(ctx.db, { from, to, unitId: unitId ?? null, asOf: ctx.now })
    const units = [...new Set(counts.map((count) => count.unitId))]
    return {
      definition: 'satisfiedRate/1',
      from,
      to,
      cutOffAt: instantText(ctx.now),
      total: satisfaction(counts),
      units: units.map((unit) => ({ unitId: unit, ...satisfaction(counts.filter((count) => count.unitId === unit)) })),
    }
  },
})
