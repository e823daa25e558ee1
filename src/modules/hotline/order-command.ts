import type { z } from 'zod'
import { type Ctx, defineOperation, type Operation } from '#kernel/contract/operation.ts'
import { must, Refusal, type RefusalType } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { commandsIn, lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import type { NewAssignment, Step } from '#kernel/matter/matter.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { hotlineErrors } from './errors.ts'
import { type OrderCommand, orderLifecycle, type OrderState } from './lifecycle.ts'
import { factsFor, getOrderFor, type Reached, shownOrder } from './order-view.ts'
import { checkHandling } from './rules/handling.ts'
import { ShownOrder } from './shown-order.ts'
import { insertNote } from './store/notes.ts'
import { type Order, type OrderChange, updateOrder } from './store/orders.ts'

/** What one command does to an order. */
export interface Effect extends Pick<Step, 'detail' | 'timers' | 'outcome' | 'leadUnitId' | 'endTasks'> {
  readonly to: OrderState
  readonly assign?: readonly NewAssignment[]
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

interface CommandSpec<N extends string, I extends z.ZodType<{ number: string }>> {
  readonly name: N
  readonly command: Exclude<OrderCommand, 'remind' | 'criticise'>
  readonly summary: string
  readonly input: I
  readonly refusals?: readonly RefusalType[]
  readonly example: Omit<z.input<I>, 'number'>
  effect(ctx: Ctx, reached: Reached, input: z.output<I>): Effect | Promise<Effect>
}

/** Makes POST /hotline/orders/{number}/{command}: read and hold, check reach and state, record the step, answer the new view. */
export function defineOrderCommand<const N extends string, I extends z.ZodType<{ number: string }>>(spec: CommandSpec<N, I>): Operation<N, I, typeof ShownOrder> {
  const { command } = spec
  return defineOperation({
    name: spec.name,
    summary: spec.summary,
    kind: 'command',
    http: { method: 'POST', path: `/hotline/orders/{number}/${command}` },
    access: { permission: orderLifecycle.commands[command].permission },
    input: spec.input,
    output: ShownOrder,
    refusals: [hotlineErrors.orderUnknown, hotlineErrors.notYourPart, lifecycleRefusals.commandNotAllowed, ...(spec.refusals ?? [])],
    examples: [{ summary: spec.summary, input: { number: 'RX2026090700001', ...spec.example } as z.input<I> }],
    async run(ctx, input) {
      const reached = await getOrderFor(ctx, input.number, true)
      mustBeAllowed(reached.order, command)
      must(checkHandling(command, reached.reach, factsFor(reached.order)))
      await applyEffect(ctx, reached.order, command, await spec.effect(ctx, reached, input))
      return shownOrder(ctx, await getOrderFor(ctx, input.number, false))
    },
  })
}

/** Refuses what the state does not allow before any of it is worked out. */
export function mustBeAllowed({ matter }: Order, command: OrderCommand): void {
  const allowed = commandsIn(orderLifecycle, matter.state)
  if (!allowed.includes(command)) throw new Refusal(lifecycleRefusals.commandNotAllowed, { state: matter.state, command, allowed })
}

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
