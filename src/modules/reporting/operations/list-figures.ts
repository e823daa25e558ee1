import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { figuresOf, shown } from '../figures-of.ts'
import { allMetrics } from '../registry.ts'
import { FigureQuestion, isPeriod, ShownFigure } from '../schema.ts'

/** Every open figure of a period, computed now from the ledger as it stood at the cut-off. */
export const listFigures = defineOperation({
  name: 'reporting.list-figures',
  summary: 'Computes the open figures of a period, each with numerator, denominator, definition and cut-off',
  kind: 'query',
  http: { method: 'GET', path: '/figures' },
  access: 'public',
  rate: { perMinute: 20 },
  input: FigureQuestion.refine(isPeriod, { path: ['to'] }),
  output: z.object({ from: z.string(), to: z.string(), items: z.array(ShownFigure), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'The first five months of 2018', input: { from: '2018-01-01', to: '2018-05-31' } }],
  async run(ctx, question) {
    const figures = await figuresOf(ctx, allMetrics.filter((metric) => metric.open), question)
    return { from: question.from, to: question.to, items: figures.map(shown), nextCursor: null }
  },
})
