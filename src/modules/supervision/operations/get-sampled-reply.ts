import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { supervisionErrors } from '../errors.ts'
import { getReply, reachSample } from '../sample-view.ts'
import { ReadSampled, readSampled } from '../sampled-reply.ts'
import { SampleNumber } from '../schema.ts'

/** What an inspector judges: only of matters that were drawn, and of those only the question and the reply. */
export const getSampledReply = defineOperation({
  name: 'supervision.get-sampled-reply',
  summary: 'Shows what was asked and replied in a matter that was drawn for a second look, and nothing of who asked',
  kind: 'query',
  http: { method: 'GET', path: '/reply-samples/{number}/replies/{replyId}' },
  access: { permission: 'supervision:read-office' },
  input: z.object({ number: SampleNumber, replyId: z.uuid() }),
  output: ReadSampled,
  refusals: [supervisionErrors.sampleUnknown, supervisionErrors.itemUnknown],
  examples: [{ summary: 'A reply that was drawn', input: { number: 'CC202609070001', replyId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, replyId }) {
    const read = await readSampled(ctx, getReply(await reachSample(ctx, number, false), replyId))
    if (read === undefined) throw new Refusal(supervisionErrors.itemUnknown)
    return read
  },
})
