import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { supervisionErrors } from '../errors.ts'
import { reachOpening, ShownOpening, shownOpening } from '../opening-view.ts'
import { OpeningNumber } from '../schema.ts'

export const getOpening = defineOperation({
  name: 'supervision.get-opening',
  summary: 'Shows one opening of a suggestion box with its items and replies',
  kind: 'query',
  http: { method: 'GET', path: '/box-openings/{number}' },
  access: { permission: 'supervision:read-office' },
  input: z.object({ number: OpeningNumber }),
  output: ShownOpening,
  refusals: [supervisionErrors.openingUnknown],
  examples: [{ summary: 'The first opening of a day', input: { number: 'KX202609070001' } }],
  run: async (ctx, { number }) => shownOpening(ctx, await reachOpening(ctx, number, false)),
})
