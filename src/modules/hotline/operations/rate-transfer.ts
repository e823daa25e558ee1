import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { getOwnCall, ShownCall, shownCall } from '../seat-call.ts'
import { updateCall } from '../store/calls.ts'

/** What the caller said about being put through; asked only of who was (H-14). */
export const rateTransfer = defineOperation({
  name: 'hotline.rate-transfer',
  summary: 'Records whether a caller who was put through is satisfied',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/calls/{id}/satisfaction' },
  access: { permission: 'hotline:take' },
  input: z.object({ id: z.uuid(), satisfied: z.stringbool().or(z.boolean()) }),
  output: ShownCall,
  refusals: [hotlineErrors.callUnknown, hotlineErrors.notTransferred],
  examples: [{ summary: 'Satisfied', input: { id: '01999999-0000-7000-8000-000000000000', satisfied: true } }],
  async run(ctx, { id, satisfied }) {
    const call = await getOwnCall(ctx, id)
    if (!call.connected) throw new Refusal(hotlineErrors.notTransferred)
    await updateCall(ctx.db, id, { satisfied, rated_at: ctx.now })
    return shownCall(ctx, await getOwnCall(ctx, id))
  },
})
