import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { evaluationErrors } from './errors.ts'
import type { ExclusionGround } from './schema.ts'
import { insertExclusion } from './store/reviews.ts'

export interface ExclusionInput {
  readonly reviewId: string
  readonly evaluatorId: string
  readonly ground: ExclusionGround
  readonly reason: string
}

/** Takes a review out of the ratios for good, keeping it with reviewer and reason (E-08). Refuses a second time. */
export async function exclude(ctx: Ctx, { reviewId, evaluatorId, ground, reason }: ExclusionInput): Promise<void> {
  const sealedReason = await ctx.services.vault.seal(ctx.db, evaluatorId, reason)
  const stored = await insertExclusion(ctx.db, { reviewId, reviewerId: actorOf(ctx.caller), ground, sealedReason, excludedAt: ctx.now })
  if (!stored) throw new Refusal(evaluationErrors.alreadyExcluded)
  ctx.publish('evaluations.review-excluded', { reviewId, ground })
}
