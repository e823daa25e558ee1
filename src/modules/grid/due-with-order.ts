import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import type { Extension } from '#kernel/time/timer-record.ts'
import { dueOf, extend, isOverdue, type Timer, voidTimer } from '#kernel/time/timer.ts'
import { dueOfOrder } from '#modules/hotline/index.ts'
import { clockUntil } from './rules/clocks.ts'
import type { GridEvent } from './store/events.ts'

/** The clock by which an event goes: its own, or one that ends with the order that is linked to it where that is due earlier (G-05). */
export async function dueWithOrder(ctx: Ctx, { matter, orderNumber, townUnitId }: GridEvent, own: Timer): Promise<Timer> {
  const due = dueOf(own, ctx.services.legalCalendar.of(matter))
  const orderDueAt = orderNumber === null ? undefined : await dueOfOrder(ctx, orderNumber)
  if (orderDueAt === undefined || due.stopped || due.dueAt <= orderDueAt) return own
  return clockUntil({ id: newId(ctx.now.getTime()), unitId: matter.leadUnitId ?? townUnitId, at: ctx.now }, 'dispose', orderDueAt)
}

/**
 * What an extension changes of an event's clock. The date that the caller was told does not move with it (G-05): an event that goes by the date
 * of its order keeps its clock, and may be shelved as any other that was extended (G-06).
 */
export async function extendWithOrder(ctx: Ctx, event: GridEvent, clock: Timer, extension: Extension): Promise<readonly Timer[]> {
  const calendar = ctx.services.legalCalendar.of(event.matter)
  if (event.orderNumber !== null && clock.extensible === undefined) {
    if (event.extended) throw new Refusal(timeErrors.alreadyExtended)
    if (isOverdue(clock, calendar, ctx.now)) throw new Refusal(timeErrors.expired)
    return []
  }
  const extended = must(extend(clock, calendar, extension))
  const held = await dueWithOrder(ctx, event, extended)
  return held === extended ? [extended] : [must(voidTimer(clock, ctx.now, 'linked')), held]
}
