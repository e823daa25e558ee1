import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand, noteSaid } from '../order-command.ts'
import { dropped } from '../rules/clocks.ts'
import { type AppealText, OrderNumber } from '../schema.ts'
import { findOrder } from '../store/orders.ts'
import { taskNames } from '../tasks.ts'
import { tellCaller } from '../tell-caller.ts'

/** The same matter without new facts goes to the order that there is, which keeps what was said; it is no order of its own (H-09). */
export const linkOrder = defineOrderCommand({
  name: 'hotline.link-order',
  command: 'link',
  summary: 'Links an appeal about the same matter without new facts to the order that there is',
  input: z.object({ number: OrderNumber, originalNumber: OrderNumber, newFacts: z.stringbool().or(z.boolean()) }),
  refusals: [hotlineErrors.alreadyReplied, hotlineErrors.originalUnknown, hotlineErrors.newFacts],
  example: { originalNumber: 'RX2026090700002', newFacts: false },
  async effect(ctx, { order }, { originalNumber, newFacts }) {
    if (newFacts) throw new Refusal(hotlineErrors.newFacts)
    const original = originalNumber === order.matter.number ? undefined : await findOrder(ctx.db, originalNumber, true)
    if (original === undefined || original.matter.state === 'linked') throw new Refusal(hotlineErrors.originalUnknown)
    const appeal = await ctx.services.vault.open<AppealText>(ctx.db, order.callerId, order.sealedAppeal)
    await noteSaid(ctx, original, 'add-contact', { text: appeal?.content ?? '', byCaller: true })
    await tellCaller(ctx, { ...order, matterId: order.matter.id }, 'order-linked', { number: order.matter.number, original: originalNumber })
    return {
      to: 'linked',
      outcome: 'linked',
      detail: { original: originalNumber },
      timers: dropped(order.matter.timers, 'handle', { at: ctx.now, reason: 'linked' }),
      endTasks: [taskNames.dispatch],
      change: { original_id: original.matter.id },
    }
  },
})
