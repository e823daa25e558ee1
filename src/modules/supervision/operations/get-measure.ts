import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { supervisionErrors } from '../errors.ts'
import { reachMeasure, ShownMeasure, shownMeasure } from '../measure-view.ts'
import { MeasureNumber } from '../schema.ts'

export const getMeasure = defineOperation({
  name: 'supervision.get-measure',
  summary: 'Shows a card, letter, advice or talk and what the caller may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/measures/{number}' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: MeasureNumber }),
  output: ShownMeasure,
  refusals: [supervisionErrors.measureUnknown],
  examples: [{ summary: 'The first measure of a day', input: { number: 'DC202609070001' } }],
  run: async (ctx, { number }) => shownMeasure(ctx, await reachMeasure(ctx, number, false)),
})
