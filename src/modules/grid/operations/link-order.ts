import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { voidTimer } from '#kernel/time/timer.ts'
import { must } from '#kernel/errors/refusal.ts'
import { handToGrid, hotlineErrors } from '#modules/hotline/index.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { clockUntil, openClock } from '../rules/clocks.ts'
import type { EventState } from '../lifecycle.ts'
import { EventNumber } from '../schema.ts'
import { dueAtOf } from '../tasks.ts'

/** An order of the hotline and an event about the same matter become one piece of work: the earlier due date holds for both, and one action closes both (G-05). */
export const linkOrder = defineEventCommand({
  name: 'grid.link-order',
  command: 'link-order',
  summary: 'Links an order of the hotline to the event about the same matter: the earlier due date holds for both',
  input: z.object({ number: EventNumber, orderNumber: z.string().regex(/^RX\d{13}$/) }),
  refusals: [gridErrors.alreadyLinked, hotlineErrors.orderUnknown, hotlineErrors.orderNotForGrid],
  example: { orderNumber: 'RX2026090700001' },
  async effect(ctx, { event }, { orderNumber }) {
    if (event.orderNumber !== null) throw new Refusal(gridErrors.alreadyLinked, { orderNumber: event.orderNumber })
    const { matter, townUnitId } = event
    const dueAt = dueAtOf(ctx, matter, 'dispose')
    const orderDueAt = await handToGrid(ctx, orderNumber, { eventNumber: matter.number, dueAt })
    const clock = openClock(matter.timers, 'dispose')
    // On the shelf an event has no time of its own.
    const follows = dueAt === undefined ? matter.state === 'shelved' : orderDueAt < dueAt
    return {
      to: matter.state as EventState,
      detail: { orderNumber, dueAt: (dueAt === undefined || orderDueAt < dueAt ? orderDueAt : dueAt).toISOString() },
      ...(follows && { timers: [...(clock === undefined ? [] : [must(voidTimer(clock, ctx.now, 'linked'))]), clockUntil({ id: newId(ctx.now.getTime()), unitId: matter.leadUnitId ?? townUnitId, at: ctx.now }, 'dispose', orderDueAt)] }),
      change: { order_number: orderNumber },
    }
  },
})
