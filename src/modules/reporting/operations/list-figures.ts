import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { compared } from '../compared.ts'
import { shownFigures } from '../figures-of.ts'
import { allMetrics } from '../registry.ts'
import { ComparedFigure, FigureQuestion, isPeriod } from '../schema.ts'

/** Every open figure of a period, computed now from the ledger as it stood at the cut-off. */
export const listFigures = defineOperation({
  name: 'reporting.list-figures',
  summary: 'Computes the open figures of a period, each with numerator, denominator, definition and cut-off',
  kind: 'query',
  http: { method: 'GET', path: '/figures' },
  access: 'public',
  rate: { perMinute: 20 },
  input: FigureQuestion.extend({
    /** Sets each figure beside the one of the same days a year before. */
    compare: z.enum(['year-before']).optional(),
  }).refine(isPeriod, { path: ['to'] }),
  output: z.object({ from: z.string(), to: z.string(), items: z.array(ComparedFigure), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'The first five months of 2018', input: { from: '2018-01-01', to: '2018-05-31' } }],
  async run(ctx, { compare, ...question }) {
    const figures = await shownFigures(ctx, allMetrics.filter((metric) => metric.open), question)
    const items = compare === undefined ? figures : await compared(ctx, figures, question)
    return { from: question.from, to: question.to, items: [...items], nextCursor: null }
  },
})
