import { z } from 'zod'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { evaluationErrors } from '../errors.ts'
import { exclude } from '../exclude-review.ts'
import { defineRectificationCommand } from '../rectification-command.ts'
import { ExclusionGround, Note, RectificationNumber } from '../schema.ts'

/** E-08: the office, never the unit that the review is about, finds it invalid; that ends the rectification and takes the review out of the ratios. */
export const findInvalid = defineRectificationCommand({
  name: 'evaluations.find-invalid',
  command: 'find-invalid',
  summary: 'Finds a bad review invalid: ends its rectification and excludes it from the figures',
  input: z.object({ number: RectificationNumber, ground: ExclusionGround, reason: Note }),
  refusals: [evaluationErrors.alreadyExcluded],
  example: { ground: 'untrue', reason: '录像与评价不符' },
  async effect(ctx, { record: { matter, reviewId } }, { ground, reason }) {
    await exclude(ctx, { reviewId, ground, reason })
    return { to: 'invalid', detail: { ground }, outcome: 'invalid', timers: allDropped(matter.timers, { at: ctx.now, reason: ground }) }
  },
})
