import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { queryCodeIndex } from '#kernel/matter/query-code.ts'
import { hotlineErrors } from './errors.ts'
import { findOrder, type Order } from './store/orders.ts'

/** The order of who holds its number and code, or filed it signed in; nobody else is told whether there is one. */
export async function mustHoldCode(ctx: Ctx, number: string, code: string | undefined, forUpdate: boolean): Promise<Order> {
  const order = await findOrder(ctx.db, number, forUpdate)
  const byCode = order !== undefined && code !== undefined && queryCodeIndex(ctx.services.vault, order.matter.id, code) === order.queryCodeHash
  const byPerson = ctx.caller.kind === 'person' && order?.personId === ctx.caller.id
  if (order === undefined || !(byCode || byPerson)) throw new Refusal(hotlineErrors.queryCodeWrong)
  return order
}
