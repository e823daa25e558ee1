import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import type { Effect } from './order-command.ts'
import { afterCallback, answerThatStands } from './rules/callback.ts'
import { done, handleClock } from './rules/clocks.ts'
import type { Satisfaction } from './schema.ts'
import { notYetUrged, type Order, type OrderChange } from './store/orders.ts'
import { taskNames, unitTask } from './tasks.ts'
import { tellUnit } from './tell-caller.ts'
import { hotlineSettings } from './settings.ts'

export interface CallbackSaid {
  readonly satisfaction: Satisfaction
  readonly solved: boolean | null
  readonly unitFault: boolean | null
}

/** How a callback begins: what was said of an earlier reply, before a redo, is no answer about this one. */
export const notYetAsked = { satisfaction: null, solved: null, unit_fault: null, called_back_at: null } as const satisfies OrderChange

/** What a callback does to an order: close it, do it once more with a clock of its own, or call again (H-07). */
export async function takeCallback(ctx: Ctx, order: Order, said: CallbackSaid): Promise<Effect> {
  const { id, number, timers, leadUnitId } = order.matter
  const tries = order.callbackTries + 1
  const rules = settingsAt(ctx, hotlineSettings)
  const next = afterCallback({ satisfaction: said.satisfaction, unitFault: said.unitFault ?? false, tries, mostTries: rules.callbackTries })
  const { unitFault } = said
  const { satisfaction, solved } = answerThatStands(said, order.satisfaction === null ? undefined : { satisfaction: order.satisfaction, solved: order.solved })
  const change = { callback_tries: tries, satisfaction, solved, unit_fault: unitFault, called_back_at: ctx.now }
  if (next === 'again') return { to: 'awaitingCallback', detail: { satisfaction: said.satisfaction, tries }, change }
  const ended = done(timers, 'callback', ctx.now)
  if (next === 'close') return { to: 'closed', outcome: satisfaction, detail: { satisfaction, solved, unitFault, tries, ...(satisfaction !== said.satisfaction && { call: said.satisfaction }) }, timers: ended, endTasks: [taskNames.callBack], change }
  const unitId = leadUnitId ?? ''
  const clock = handleClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now, rules }, order)
  await tellUnit(ctx, { unitId, role: 'reviewer', matterId: id }, 'order-redo', { number })
  return {
    to: 'handling',
    detail: { satisfaction, solved, unitFault, redo: order.redos + 1 },
    timers: [...ended, clock],
    endTasks: [taskNames.callBack],
    assign: [unitTask(ctx, unitId, { ...order.matter, timers: [clock] })],
    change: { ...change, ...notYetUrged, callback_tries: 0, redos: order.redos + 1, replied_at: null, reply_due_at: null },
  }
}
