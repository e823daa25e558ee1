import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { reachOf } from '../access.ts'
import { evaluationErrors } from '../errors.ts'
import { exclude } from '../exclude-review.ts'
import { rectificationLifecycle } from '../lifecycle.ts'
import { applyEffect } from '../rectification-command.ts'
import { checkHandling } from '../rules/handling.ts'
import { ExclusionGround, Note } from '../schema.ts'
import { findRectificationOfReview } from '../store/rectifications.ts'
import { findReview, type StoredReview } from '../store/reviews.ts'

/** E-08: only the office's reviewing department decides; a bad review's rectification ends with it. */
export const excludeReview = defineOperation({
  name: 'evaluations.exclude-review',
  summary: 'Excludes an invalid evaluation from the figures, keeping it with reviewer and reason',
  kind: 'command',
  http: { method: 'POST', path: '/evaluations/{reviewId}/exclude' },
  access: { permission: 'evaluations:exclude' },
  input: z.object({ reviewId: z.uuid(), ground: ExclusionGround, reason: Note }),
  output: z.object({ reviewId: z.string(), excluded: z.literal(true) }),
  refusals: [evaluationErrors.reviewUnknown, evaluationErrors.ownReview, evaluationErrors.officeDecides, evaluationErrors.alreadyExcluded, lifecycleRefusals.commandNotAllowed],
  examples: [{ summary: 'A review that the recording refutes', input: { reviewId: '01999999-0000-7000-8000-000000000000', ground: 'untrue', reason: '录像与评价不符' } }],
  async run(ctx, { reviewId, ground, reason }) {
    const review = await findReview(ctx.db, reviewId)
    if (review === undefined) throw new Refusal(evaluationErrors.reviewUnknown)
    await checkMayExclude(ctx, review)
    if (review.excluded) throw new Refusal(evaluationErrors.alreadyExcluded)
    const exclusion = { reviewId, ground, reason }
    const record = await findRectificationOfReview(ctx.db, reviewId)
    if (record === undefined) await exclude(ctx, exclusion)
    else {
      mustBeAllowed(rectificationLifecycle, record.matter.state, 'find-invalid')
      await exclude(ctx, exclusion)
      await applyEffect(ctx, record, 'find-invalid', { to: 'invalid', detail: { ground }, outcome: 'invalid', timers: allDropped(record.matter.timers, { at: ctx.now, reason: ground }) })
    }
    return { reviewId, excluded: true as const }
  },
})

async function checkMayExclude(ctx: Ctx, { unitId, staffId, evaluatorId, anonymous }: StoredReview): Promise<void> {
  const office = await getOffice(ctx.db)
  const reach = reachOf(ctx.caller, { unitId, staffId, evaluatorId, handlingUnitId: null }, office.id)
  if (reach === 'none') throw new Refusal(evaluationErrors.reviewUnknown)
  must(checkHandling('find-invalid', reach, { state: 'opened', anonymous, callbackResult: null, reopenings: 0 }))
}
