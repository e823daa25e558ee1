import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { issueUrging } from '../documents/issue-urging.ts'
import type { OrderState } from '../lifecycle.ts'
import { applyEffect } from '../order-command.ts'
import { remindedBefore, urgingOf } from '../rules/urging.ts'
import { listOverdue } from '../store/order-lists.ts'
import { findOrder } from '../store/orders.ts'
import { tellStaff, tellUnit } from '../tell-caller.ts'
import { hotlineSettings } from '../settings.ts'

const batch = 500

/** Run by the job every morning: who is overdue is reminded the day after, and criticised in public five working days later, each by a numbered letter (H-08). Repeating it changes nothing. */
export const urgeOverdue = defineOperation({
  name: 'hotline.urge-overdue',
  summary: 'Reminds units of overdue orders, and criticises those that a reminder did not help',
  kind: 'command',
  access: { permission: 'hotline:urge' },
  input: z.object({}),
  output: z.object({ reminded: z.number().int(), criticised: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const criticismAfter = settingsAt(ctx, hotlineSettings).criticism.value
    const { id: officeId } = await getOffice(ctx.db)
    const counts = { remind: 0, criticise: 0 }
    for (const overdue of await listOverdue(ctx.db, { now: ctx.now, remindedBefore: remindedBefore(ctx.now, ctx.services.calendar, criticismAfter) }, batch)) {
      const order = await findOrder(ctx.db, overdue.number, true)
      const urging = order && urgingOf({ ...overdue, criticismAfter }, ctx.now, ctx.services.legalCalendar.of(order.matter))
      if (urging === undefined || order === undefined) continue
      const { id, number, state, leadUnitId } = order.matter
      // What is with the grid is out of the hands of the unit that had it before.
      const unitId = state === 'inGrid' ? officeId : (leadUnitId ?? officeId)
      await applyEffect(ctx, order, urging, { to: state as OrderState, detail: { unitId }, change: urging === 'remind' ? { reminded_at: ctx.now } : { criticised_at: ctx.now } })
      await issueUrging(ctx, urging === 'remind' ? 'orderReminder' : 'orderCriticism', { matterId: id, orderNumber: number, unitId, dueOn: dayOf(overdue.dueAt), remindedOn: urging === 'criticise' && overdue.remindedAt !== null ? dayOf(overdue.remindedAt) : undefined, days: criticismAfter })
      await tellUnit(ctx, { unitId, role: 'unitHead', matterId: id }, urging === 'remind' ? 'order-overdue' : 'order-criticised', { number, days: criticismAfter })
      if (urging === 'remind' && order.firstContact !== null) await tellStaff(ctx, { staffId: order.firstContact, matterId: id }, 'duty-overdue', { number })
      if (urging === 'criticise') ctx.publish('hotline.unit-criticised', { matterId: id, number, unitId })
      counts[urging] += 1
    }
    return { reminded: counts.remind, criticised: counts.criticise }
  },
})
