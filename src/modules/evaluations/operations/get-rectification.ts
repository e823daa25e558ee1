import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { evaluationErrors } from '../errors.ts'
import { getRectificationFor, ShownRectification, shownRectification } from '../rectification-view.ts'
import { RectificationNumber } from '../schema.ts'

/** For handlers, supervisors, the head of the unit, the evaluator, and the evaluated, who sees neither evaluator nor case (E-06). */
export const getRectification = defineOperation({
  name: 'evaluations.get-rectification',
  summary: 'Shows a rectification and what the caller may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/rectifications/{number}' },
  access: 'signed-in',
  input: z.object({ number: RectificationNumber }),
  output: ShownRectification,
  refusals: [evaluationErrors.rectificationUnknown],
  examples: [{ summary: 'The first rectification of a day', input: { number: 'HPZG202609070001' } }],
  async run(ctx, { number }) {
    return shownRectification(ctx, await getRectificationFor(ctx, number, false))
  },
})
