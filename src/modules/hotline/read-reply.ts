import type { Ctx } from '#kernel/contract/operation.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { isKeptFrom } from './access.ts'
import type { AppealText, Brief } from './schema.ts'
import { findOrder } from './store/orders.ts'

/** What was asked and what was replied, and nothing of who called. */
export interface ReadReply {
  readonly asked: string | null
  readonly parts: readonly { readonly name: 'reply'; readonly text: string }[]
}

/**
 * An order for whoever gives its reply a second look, which the caller of this function decides: of a secret order only the office's brief
 * (H-11), of others the appeal without numbers. Undefined for those from whom it is kept.
 */
export async function readReply(ctx: Ctx, number: string): Promise<ReadReply | undefined> {
  const order = await findOrder(ctx.db, number, false)
  if (order === undefined || (ctx.caller.kind === 'staff' && isKeptFrom(ctx.caller, order))) return undefined
  const { vault } = ctx.services
  const open = async <T>(box: Buffer | null): Promise<T | undefined> => (box === null ? undefined : vault.open<T>(ctx.db, order.callerId, box))
  const [brief, appeal, reply] = [await open<Brief>(order.sealedBrief), order.secret ? undefined : await open<AppealText>(order.sealedAppeal), await open<string>(order.sealedReply)]
  const asked = order.secret ? brief?.text : appeal?.content
  return { asked: asked === undefined ? null : withoutNumbers(asked), parts: reply === undefined ? [] : [{ name: 'reply', text: withoutNumbers(reply) }] }
}
