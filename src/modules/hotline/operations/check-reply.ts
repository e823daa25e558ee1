import { z } from 'zod'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { beginCallback } from '../begin-callback.ts'
import { defineOrderCommand } from '../order-command.ts'
import { done, dropped, passedTo } from '../rules/clocks.ts'
import { Note, OrderNumber } from '../schema.ts'
import { taskNames, unitTask } from '../tasks.ts'
import { tellUnit } from '../tell-caller.ts'

/** The quality of a reply is checked before the caller reads it; what does not answer the question goes back, and the clock with it. */
export const checkReply = defineOrderCommand({
  name: 'hotline.check-reply',
  command: 'check',
  summary: 'Passes a reply on to the caller, or sends it back to the unit with the reason',
  input: z.object({ number: OrderNumber, passed: z.stringbool().or(z.boolean()), remark: Note }),
  example: { passed: true, remark: '答复完整，措施明确。' },
  async effect(ctx, { order }, { passed, remark }) {
    const { id, number, timers, leadUnitId } = order.matter
    if (!passed) {
      const unitId = leadUnitId ?? (await getOffice(ctx.db)).id
      const changed = passedTo(timers, unitId, ctx.now)
      await tellUnit(ctx, { unitId, role: 'reviewer', matterId: id }, 'reply-sent-back', { number })
      return { to: 'handling', detail: { passed }, timers: changed, endTasks: [taskNames.check], assign: [unitTask(ctx, unitId, { ...order.matter, timers: afterStep(timers, changed) })], change: { replied_at: null, reply_due_at: null }, note: { text: remark } }
    }
    const callback = await beginCallback(ctx, order)
    return {
      ...callback,
      detail: { passed },
      timers: [...done(timers, 'handle', ctx.now), ...dropped(timers, 'return', { at: ctx.now, reason: 'replied' }), ...callback.timers],
      endTasks: [taskNames.check],
      note: { text: remark },
    }
  },
})
