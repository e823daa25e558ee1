import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { evaluationErrors } from './errors.ts'
import type { ExclusionGround } from './schema.ts'
import { findExclusion, insertExclusion } from './store/reviews.ts'

export interface ExclusionInput {
  readonly reviewId: string
  readonly ground: ExclusionGround
  readonly reason: string
}

const purpose = 'review-exclusion'

/** Takes a review out of the ratios for good, keeping it with reviewer and reason (E-08). Refuses a second time. The reason is the office's own and outlives the evaluator's key. */
export async function exclude(ctx: Ctx, { reviewId, ground, reason }: ExclusionInput): Promise<void> {
  const sealedReason = ctx.services.vault.sealForOffice(Buffer.from(reason, 'utf8'), purpose)
  const stored = await insertExclusion(ctx.db, { reviewId, reviewerId: actorOf(ctx.caller), ground, sealedReason, excludedAt: ctx.now })
  if (!stored) throw new Refusal(evaluationErrors.alreadyExcluded)
  ctx.publish('evaluations.review-excluded', { reviewId, ground })
}

/** Who excluded a review, and why; undefined for a valid one. */
export async function findReasonOfExclusion(ctx: Ctx, reviewId: string): Promise<{ readonly reviewer: string; readonly ground: ExclusionGround; readonly reason: string; readonly excludedAt: Date } | undefined> {
  const found = await findExclusion(ctx.db, reviewId)
  if (found === undefined) return undefined
  const { reviewerId, ground, sealedReason, excludedAt } = found
  return { reviewer: reviewerId, ground, reason: ctx.services.vault.openForOffice(sealedReason, purpose).toString('utf8'), excludedAt }
}
