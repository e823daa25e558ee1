import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { afterAct } from '../rules/calls.ts'
import { getOwnCall, ShownCall, shownCall } from '../seat-call.ts'
import { findCall, findOpenCallOf, insertCallAct, updateCall } from '../store/calls.ts'
import { exchangeOf } from '../telephony/exchange-of.ts'

/** The first seat that answers has the call, and with it the first duty for what the caller wants (首接负责). */
export const answerCall = defineOperation({
  name: 'hotline.answer-call',
  summary: 'Answers a call that rings; it then belongs to this seat',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/ringing/{id}/answer' },
  access: { permission: 'hotline:take' },
  input: z.object({ id: z.uuid() }),
  output: ShownCall,
  refusals: [hotlineErrors.callUnknown, hotlineErrors.callStateWrong, hotlineErrors.seatBusy, hotlineErrors.noExchange],
  examples: [{ summary: 'The call that rings', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const call = await findCall(ctx.db, id)
    if (call === undefined || ctx.caller.kind !== 'staff') throw new Refusal(hotlineErrors.callUnknown)
    const state = must(afterAct(call.state, 'answer'))
    const open = await findOpenCallOf(ctx.db, ctx.caller.id)
    if (open !== undefined) throw new Refusal(hotlineErrors.seatBusy, { call: open })
    await exchangeOf(ctx.services).answer(call.exchangeKey, ctx.caller.id)
    await updateCall(ctx.db, id, { state, seat_staff_id: ctx.caller.id, answered_at: ctx.now })
    await insertCallAct(ctx.db, { call_id: id, act: 'answer', unit_id: null, connected: null, acted_at: ctx.now })
    return shownCall(ctx, await getOwnCall(ctx, id))
  },
})
