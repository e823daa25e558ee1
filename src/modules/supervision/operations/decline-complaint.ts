import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { complaintTask, defineComplaintCommand } from '../complaint-command.ts'
import { done } from '../rules/clocks.ts'
import { ComplaintNumber, DECLINE_GROUNDS, Note } from '../schema.ts'

/** S-19: not taking a complaint up is a decision too, with its ground and its reason. */
export const declineComplaint = defineComplaintCommand({
  name: 'supervision.decline-complaint',
  command: 'decline',
  summary: 'Does not take a complaint up, and says why',
  input: z.object({ number: ComplaintNumber, ground: z.enum(DECLINE_GROUNDS), reason: Note }),
  example: { ground: 'otherRemedy', reason: '对行政决定不服的，请依法申请行政复议或者提起行政诉讼。' },
  async effect(ctx, { complaint: { matter, personId } }, { ground, reason }) {
    const sealedAnswer = await ctx.services.vault.seal(ctx.db, personId, reason)
    return {
      to: 'declined',
      outcome: 'declined',
      detail: { ground },
      timers: done(matter.timers, 'acceptComplaint', ctx.now),
      endTasks: [complaintTask],
      change: { acceptDecidedAt: ctx.now, declineGround: ground, sealedAnswer, answeredBy: actorOf(ctx.caller) },
      told: 'complaint-declined',
    }
  },
})
