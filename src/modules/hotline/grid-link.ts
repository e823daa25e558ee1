import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { findMatter } from '#kernel/matter/store.ts'
import { armUntil } from '#kernel/time/open-clocks.ts'
import type { Timer } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { beginCallback } from './begin-callback.ts'
import { hotlineErrors } from './errors.ts'
import { takenInHand } from './first-contact.ts'
import { orderLifecycle } from './lifecycle.ts'
import { applyEffect } from './order-command.ts'
import { getOrderFor } from './order-view.ts'
import { done, dropped, passedTo } from './rules/clocks.ts'
import { findOrder, notYetUrged } from './store/orders.ts'
import { assistTask, dispatchTask, dueOfClock, taskNames } from './tasks.ts'

interface GridEvent {
  readonly eventNumber: string
  /** When the event is due; undefined while its time has not begun. */
  readonly dueAt: Date | undefined
}

/**
 * Hands an order over to the grid event about the same matter (G-05): nobody answers it by itself any more, and the earlier of the two due
 * dates holds. Answers when the order was due. Refuses a secret order, whose words and caller stay in the hotline (H-11).
 */
export async function handToGrid(ctx: Ctx, number: string, { eventNumber, dueAt }: GridEvent): Promise<Date> {
  const { order, reach } = await getOrderFor(ctx, number, true)
  if (reach !== 'office') throw new Refusal(hotlineErrors.orderUnknown)
  const { matter } = order
  mustBeAllowed(orderLifecycle, matter.state, 'hand-to-grid')
  const due = dueOfClock(ctx, matter, 'handle')
  if (order.secret || due === undefined) throw new Refusal(hotlineErrors.orderNotForGrid)
  const earlier = dueAt !== undefined && dueAt < due.dueAt ? dueAt : undefined
  await applyEffect(ctx, order, 'hand-to-grid', {
    to: 'inGrid',
    detail: { eventNumber },
    timers: [...dropped(matter.timers, 'return', { at: ctx.now, reason: 'linked' }), ...(earlier === undefined ? [] : [...dropped(matter.timers, 'handle', { at: ctx.now, reason: 'linked' }), clockUntil(ctx, matter.leadUnitId, earlier)])],
    endTasks: [taskNames.dispatch, taskNames.handle, ...order.assistants.map(({ unitId }) => assistTask(unitId))],
    change: { ...(matter.leadUnitId !== (await getOffice(ctx.db)).id && notYetUrged), ...takenInHand(ctx, order), dispatched_at: order.dispatchedAt ?? ctx.now },
  })
  return due.dueAt
}

/** When the caller was told that his order is done; undefined for one that is answered, and for a number that there is not. For whoever goes by the same day (G-05). */
export async function dueOfOrder(ctx: Ctx, number: string): Promise<Date | undefined> {
  const matter = await findMatter(ctx.db, 'workOrder', number, false)
  return matter && dueOfClock(ctx, matter, 'handle')?.dueAt
}

/** Answers an order with what the grid event came to; the caller is told and called back as after any reply (G-05: one closing action). */
export async function answerFromGrid(ctx: Ctx, number: string, reply: string): Promise<void> {
  const order = await findOrder(ctx.db, number, true)
  if (order === undefined) throw new Refusal(hotlineErrors.orderUnknown)
  const { matter } = order
  const callback = await beginCallback(ctx, order)
  await applyEffect(ctx, order, 'answer-from-grid', {
    ...callback,
    timers: [...done(matter.timers, 'handle', ctx.now), ...callback.timers],
    change: { ...callback.change, sealed_reply: await ctx.services.vault.seal(ctx.db, order.callerId, reply), replied_at: ctx.now, reply_due_at: dueOfClock(ctx, matter, 'handle')?.dueAt ?? null },
  })
}

/** Gives an order back whose event was not filed: the hotline dispatches it, with the reason, within the time that its caller was told (G-05). */
export async function giveBackFromGrid(ctx: Ctx, number: string, reason: string): Promise<void> {
  const order = await findOrder(ctx.db, number, true)
  if (order === undefined) throw new Refusal(hotlineErrors.orderUnknown)
  const { id: unitId } = await getOffice(ctx.db)
  await applyEffect(ctx, order, 'give-back-from-grid', {
    to: 'registered',
    leadUnitId: unitId,
    timers: passedTo(order.matter.timers, unitId, ctx.now),
    assign: [dispatchTask(ctx, unitId, order.matter)],
    note: { text: reason },
  })
}

/** The caller's clock with an end that the event has set. */
function clockUntil(ctx: Ctx, unitId: string | null, dueAt: Date): Timer {
  const party = { kind: 'unit' as const, ...(unitId !== null && { id: unitId }) }
  return armUntil({ id: newId(ctx.now.getTime()), at: ctx.now, name: 'handle', purpose: 'promised', party, legalReference: '热线工单与网格事件联动处置的本地规则' }, dueAt)
}
