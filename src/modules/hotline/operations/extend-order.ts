import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { extend } from '#kernel/time/timer.ts'
import { defineOrderCommand } from '../order-command.ts'
import { openClock } from '../rules/clocks.ts'
import { Note, OrderNumber } from '../schema.ts'
import { dueOfClock, taskNames, unitTask } from '../tasks.ts'
import { dueText, tellCaller } from '../tell-caller.ts'

/** The head of the unit extends an order once, before it is due, by no more than it had, with a reason; the caller is told (H-03). */
export const extendOrder = defineOrderCommand({
  name: 'hotline.extend-order',
  command: 'extend',
  summary: 'Extends the clock of an order once by so many working days; the caller is told',
  input: z.object({ number: OrderNumber, days: z.coerce.number().int().min(1).max(30), reason: Note }),
  refusals: [timeErrors.notExtensible, timeErrors.alreadyExtended, timeErrors.extensionTooLong, timeErrors.expired],
  example: { days: 3, reason: '需要委托检测噪声，检测机构三个工作日后出报告。' },
  async effect(ctx, { order }, { days, reason }) {
    const { id, number, timers, leadUnitId } = order.matter
    const clock = openClock(timers, 'handle')
    if (clock === undefined) throw new Refusal(timeErrors.notExtensible)
    const extended = must(extend(clock, ctx.services.legalCalendar.of(order.matter), { by: { value: days, unit: 'WORKING_DAY' }, grantedAt: ctx.now, approver: { id: actorOf(ctx.caller), rank: 'unitHead' }, reason }))
    const clocks = { ...order.matter, timers: [extended] }
    const due = dueOfClock(ctx, clocks, 'handle')
    await tellCaller(ctx, { ...order, matterId: id }, 'order-extended', { number, day: due === undefined ? '' : dueText(due) })
    return {
      to: 'handling',
      detail: { days },
      timers: [extended],
      endTasks: [taskNames.handle],
      assign: leadUnitId === null ? [] : [unitTask(ctx, leadUnitId, clocks)],
      note: { text: reason, published: true },
    }
  },
})
