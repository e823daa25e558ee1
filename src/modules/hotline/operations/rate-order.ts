import { z } from 'zod'
import { anonymous } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { applyEffect } from '../order-command.ts'
import { mustHoldCode } from '../order-progress.ts'
import { OrderNumber, QueryCode } from '../schema.ts'
import { takeCallback } from '../take-callback.ts'

/** The caller answers the callback himself. Who is dissatisfied is called: whether the unit is at fault is not for the caller to say. */
export const rateOrder = defineOperation({
  name: 'hotline.rate-order',
  summary: 'Takes the caller’s own answer to the callback, with number and query code',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/progress/{number}/rating' },
  access: 'public',
  rate: { perMinute: 30 },
  input: z.object({ number: OrderNumber, code: QueryCode, satisfaction: z.enum(['satisfied', 'basicallySatisfied', 'dissatisfied']), solved: z.stringbool().or(z.boolean()), text: z.string().trim().max(1000).optional() }),
  output: z.object({ number: z.string(), state: z.string() }),
  refusals: [hotlineErrors.queryCodeWrong, hotlineErrors.notAwaitingCallback],
  examples: [{ summary: 'Solved and satisfied', input: { number: 'RX2026090700001', code: '123456', satisfaction: 'satisfied', solved: true } }],
  async run(ctx, { number, code, satisfaction, solved, text }) {
    const order = await mustHoldCode(ctx, number, code, true)
    if (order.matter.state !== 'awaitingCallback') throw new Refusal(hotlineErrors.notAwaitingCallback)
    const said = text ? { note: { text, byCaller: true } } : {}
    const isGood = satisfaction !== 'dissatisfied'
    const effect = isGood ? await takeCallback(ctx, order, { satisfaction, solved, unitFault: null }) : { to: 'awaitingCallback' as const, detail: { satisfaction, solved }, change: { satisfaction, solved, called_back_at: null } }
    await applyEffect({ ...ctx, caller: anonymous }, order, 'call-back', { ...effect, ...said })
    return { number, state: effect.to }
  },
})
