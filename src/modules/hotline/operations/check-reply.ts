import { z } from 'zod'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { defineOrderCommand } from '../order-command.ts'
import { callbackClock, done, dropped, passedTo } from '../rules/clocks.ts'
import { Note, OrderNumber } from '../schema.ts'
import { after, officeTask, taskNames, unitTask } from '../tasks.ts'
import { notYetAsked } from '../take-callback.ts'
import { tellCaller, tellUnit } from '../tell-caller.ts'
import { hotlineSettings } from '../settings.ts'

/** The quality of a reply is checked before the caller reads it; what does not answer the question goes back, and the clock with it. */
export const checkReply = defineOrderCommand({
  name: 'hotline.check-reply',
  command: 'check',
  summary: 'Passes a reply on to the caller, or sends it back to the unit with the reason',
  input: z.object({ number: OrderNumber, passed: z.stringbool().or(z.boolean()), remark: Note }),
  example: { passed: true, remark: '答复完整，措施明确。' },
  async effect(ctx, { order }, { passed, remark }) {
    const { id, number, timers, leadUnitId } = order.matter
    const office = await getOffice(ctx.db)
    const unitId = leadUnitId ?? office.id
    if (!passed) {
      const changed = passedTo(timers, unitId, ctx.now)
      await tellUnit(ctx, { unitId, role: 'reviewer', matterId: id }, 'reply-sent-back', { number })
      return { to: 'handling', detail: { passed }, timers: changed, endTasks: [taskNames.check], assign: [unitTask(ctx, unitId, { ...order.matter, timers: after(timers, changed) })], change: { replied_at: null, reply_due_at: null }, note: { text: remark } }
    }
    const rules = settingsAt(ctx, hotlineSettings)
    await tellCaller(ctx, { ...order, matterId: id }, 'order-replied', { number, days: rules.callback.value })
    const callback = callbackClock({ id: newId(ctx.now.getTime()), unitId: office.id, at: ctx.now, rules })
    return {
      to: 'awaitingCallback',
      detail: { passed },
      timers: [...done(timers, 'handle', ctx.now), ...dropped(timers, 'return', { at: ctx.now, reason: 'replied' }), callback],
      endTasks: [taskNames.check],
      assign: [await officeTask(ctx, 'callBack', { ...order.matter, timers: [callback] }, 'callback')],
      change: notYetAsked,
      note: { text: remark },
    }
  },
})
