import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { insertReview, type SecrecyReview } from './store/proceedings.ts'
import type { PublicRecord } from './store/records.ts'

/** Keeps the result of a secrecy review of the edition at hand (O-17). */
export async function noteReview(ctx: Ctx, { matter, text }: PublicRecord, review: Omit<SecrecyReview, 'edition' | 'reviewer' | 'reviewedAt'>): Promise<void> {
  await insertReview(ctx.db, { ...review, id: newId(ctx.now.getTime()), recordId: matter.id, edition: text.edition, reviewer: actorOf(ctx.caller), reviewedAt: ctx.now })
}
