import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { defineMatterCommands, type MatterEffect, mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { hotlineErrors } from './errors.ts'
import { type OrderCommand, orderLifecycle, type OrderState } from './lifecycle.ts'
import { factsFor, getOrderFor, type Reached, shownOrder } from './order-view.ts'
import { checkHandling } from './rules/handling.ts'
import { ShownOrder } from './shown-order.ts'
import { insertNote } from './store/notes.ts'
import { type Order, type OrderChange, updateOrder } from './store/orders.ts'

/** What one command does to an order. */
export interface Effect extends MatterEffect<OrderState> {
  readonly change?: OrderChange
  readonly note?: OrderSaid
}

/** What was said at a step. */
export interface OrderSaid {
  readonly text: string
  /** Shown to the caller. */
  readonly published?: boolean
  readonly byCaller?: boolean
}

/** Makes POST /hotline/orders/{number}/{command}. */
export const defineOrderCommand = defineMatterCommands({
  lifecycle: orderLifecycle,
  path: '/hotline/orders',
  exampleNumber: 'RX2026090700001',
  output: ShownOrder,
  refusals: [hotlineErrors.orderUnknown, hotlineErrors.notYourPart],
  reach: getOrderFor,
  matterOf: ({ order }: Reached) => order.matter,
  check: (ctx, { order, reach }, command) => {
    // What the state forbids is said first: whose part a command is depends on how far the order is.
    mustBeAllowed(orderLifecycle, order.matter.state, command)
    must(checkHandling(command, reach, factsFor(ctx, order)))
  },
  apply: (ctx, { order }, command, effect: Effect) => applyEffect(ctx, order, command, effect),
  show: shownOrder,
})

/** Records a step of an order with all that goes with it. */
export async function applyEffect(ctx: Ctx, order: Order, command: OrderCommand, effect: Effect): Promise<void> {
  const { change, note, ...step } = effect
  await recordStep(ctx, orderLifecycle, order.matter, { command, ...step })
  if (change !== undefined) await updateOrder(ctx.db, order.matter.id, change)
  if (note !== undefined) await noteSaid(ctx, order, command, note)
}

/** Keeps what was said, under the key of the caller. */
export async function noteSaid(ctx: Ctx, order: Pick<Order, 'callerId' | 'matter'>, command: string, said: OrderSaid): Promise<void> {
  await insertNote(ctx.db, order.matter.id, {
    id: newId(ctx.now.getTime()),
    command,
    byCaller: said.byCaller ?? false,
    published: said.published ?? false,
    sealedText: await ctx.services.vault.seal(ctx.db, order.callerId, said.text),
    notedAt: ctx.now,
  })
}
