import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { supervisionErrors } from '../errors.ts'
import { reachSample, ShownSample, shownSample } from '../sample-view.ts'
import { SampleNumber } from '../schema.ts'

export const getSample = defineOperation({
  name: 'supervision.get-sample',
  summary: 'Shows the replies that were drawn for a second look in a week',
  kind: 'query',
  http: { method: 'GET', path: '/reply-samples/{number}' },
  access: { permission: 'supervision:read-office' },
  input: z.object({ number: SampleNumber }),
  output: ShownSample,
  refusals: [supervisionErrors.sampleUnknown],
  examples: [{ summary: 'The sample of a week', input: { number: 'CC202609070001' } }],
  run: async (ctx, { number }) => shownSample(ctx, await reachSample(ctx, number, false)),
})
