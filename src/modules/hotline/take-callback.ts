import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { getOffice } from '#modules/organisation/index.ts'
import type { Effect } from './order-command.ts'
import { afterCallback, answerThatStands } from './rules/callback.ts'
import { done, handleClock } from './rules/clocks.ts'
import type { Satisfaction } from './schema.ts'
import { notYetUrged, type Order, type OrderChange } from './store/orders.ts'
import { dispatchTask, taskNames, unitTask } from './tasks.ts'
import { tellUnit } from './tell-caller.ts'
import { hotlineSettings } from './settings.ts'

export interface CallbackSaid {
  readonly satisfaction: Satisfaction
  readonly solved: boolean | null
  readonly unitFault: boolean | null
}

/** What was replied before is no answer any more; it stands in the ledger. */
const notYetReplied = { replied_at: null, reply_due_at: null, article_id: null, article_version: null, application: null } as const satisfies OrderChange

/**
 * What a callback does to an order: close it, do it once more with a clock of its own, or call again (H-07). It is done once more by the unit that
 * replied; what the hotline answered itself, or gave to the grid before any unit had it, comes back to be dispatched.
 */
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
  const office = (await getOffice(ctx.db)).id
  const unitId = leadUnitId ?? office
  const atHotline = unitId === office
  const clock = handleClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now, rules }, order)
  const clocks = { ...order.matter, timers: [clock] }
  await tellUnit(ctx, { unitId, role: atHotline ? 'hotlineOperator' : 'reviewer', matterId: id }, 'order-redo', { number })
  return {
    to: atHotline ? 'registered' : 'handling',
    detail: { satisfaction, solved, unitFault, redo: order.redos + 1 },
    timers: [...ended, clock],
    endTasks: [taskNames.callBack],
    assign: [atHotline ? dispatchTask(ctx, office, clocks) : unitTask(ctx, unitId, clocks)],
    change: { ...change, ...notYetUrged, ...notYetReplied, callback_tries: 0, redos: order.redos + 1 },
  }
}
