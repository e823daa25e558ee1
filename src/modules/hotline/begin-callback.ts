import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { getOffice } from '#modules/organisation/index.ts'
import type { Effect } from './order-command.ts'
import { callbackClock } from './rules/clocks.ts'
import { hotlineSettings } from './settings.ts'
import type { Order, OrderChange } from './store/orders.ts'
import { officeTask } from './tasks.ts'
import { tellCaller } from './tell-caller.ts'

/** How a callback begins: what was said of an earlier reply, before a redo, is no answer about this one. */
const notYetAsked = { satisfaction: null, solved: null, unit_fault: null, called_back_at: null } as const satisfies OrderChange

/** What makes an order wait for its callback once the caller has a reply, whoever gave it (H-07). Tells the caller. */
export async function beginCallback(ctx: Ctx, order: Order): Promise<Required<Pick<Effect, 'to' | 'timers' | 'assign' | 'change'>>> {
  const { id, number } = order.matter
  const rules = settingsAt(ctx, hotlineSettings)
  const clock = callbackClock({ id: newId(ctx.now.getTime()), unitId: (await getOffice(ctx.db)).id, at: ctx.now, rules })
  await tellCaller(ctx, { ...order, matterId: id }, 'order-replied', { number, days: rules.callback.value })
  return { to: 'awaitingCallback', timers: [clock], assign: [await officeTask(ctx, 'callBack', { ...order.matter, timers: [clock] }, 'callback')], change: notYetAsked }
}
