import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { complaintTask, defineComplaintCommand } from '../complaint-command.ts'
import { foundBy } from '../complaint-finding.ts'
import { done } from '../rules/clocks.ts'
import { COMPLAINT_RESULTS, ComplaintNumber, FINDING_GRADES, Note, VIOLATIONS } from '../schema.ts'

/** The answer after checking; a founded complaint enters the register (S-13). */
export const answerComplaint = defineComplaintCommand({
  name: 'supervision.answer-complaint',
  command: 'answer',
  summary: 'Answers a complaint; what proved true enters the register of findings',
  input: z.object({
    number: ComplaintNumber,
    result: z.enum(COMPLAINT_RESULTS),
    answer: Note,
    /** How the register grades what proved true. */
    grade: z.enum(FINDING_GRADES).default('obvious'),
    violation: z.enum(VIOLATIONS).default('attitude'),
  }),
  example: { result: 'founded', answer: '经查属实，已对当事人批评教育，向您致歉。', grade: 'obvious', violation: 'refusedApplication' },
  async effect(ctx, { complaint }, { result, answer, grade, violation }) {
    const { matter, personId } = complaint
    if (result !== 'unfounded') await foundBy(ctx, complaint, { grade, violation })
    const sealedAnswer = await ctx.services.vault.seal(ctx.db, personId, answer)
    return {
      to: 'answered',
      outcome: result,
      detail: { result },
      timers: done(matter.timers, 'answerComplaint', ctx.now),
      endTasks: [complaintTask],
      change: { result, sealedAnswer, answeredAt: ctx.now, answeredBy: actorOf(ctx.caller) },
      told: 'complaint-answered',
    }
  },
})
