import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { isNewlyLost } from '../rules/calls.ts'
import { findCall, findCallByKey, insertCallAct, updateCall } from '../store/calls.ts'

/** The exchange says that a caller hung up before anybody answered; saying it twice is the same loss. Not served, like `hotline.ring-call`. */
export const loseCall = defineOperation({
  name: 'hotline.lose-call',
  summary: 'Ends a call as lost whose caller hung up while it rang',
  kind: 'command',
  access: { permission: 'hotline:ring' },
  input: z.object({ exchangeKey: z.string().min(1).max(100) }),
  output: z.object({ id: z.string() }),
  refusals: [hotlineErrors.callUnknown, hotlineErrors.callStateWrong],
  examples: [{ summary: 'The caller gave up', input: { exchangeKey: '12345-20260907-0001' } }],
  async run(ctx, { exchangeKey }) {
    const id = await findCallByKey(ctx.db, exchangeKey)
    const call = id === undefined ? undefined : await findCall(ctx.db, id)
    if (call === undefined) throw new Refusal(hotlineErrors.callUnknown)
    if (must(isNewlyLost(call))) {
      await updateCall(ctx.db, call.id, { state: 'ended', ended_at: ctx.now })
      await insertCallAct(ctx.db, { call_id: call.id, act: 'lose', unit_id: null, connected: null, acted_at: ctx.now })
    }
    return { id: call.id }
  },
})
