import { z } from 'zod'
import { complaintTask, defineComplaintCommand } from '../complaint-command.ts'
import { foundBy, unfound } from '../complaint-finding.ts'
import { supervisionErrors } from '../errors.ts'
import { done } from '../rules/clocks.ts'
import { COMPLAINT_RESULTS, ComplaintNumber, FINDING_GRADES, Note, VIOLATIONS } from '../schema.ts'

/** The last word on a complaint, by an inspector who did not answer it. */
export const concludeComplaint = defineComplaintCommand({
  name: 'supervision.conclude-complaint',
  command: 'conclude',
  summary: 'Concludes a complaint after the complainant appealed',
  input: z.object({ number: ComplaintNumber, result: z.enum(COMPLAINT_RESULTS), conclusion: Note, grade: z.enum(FINDING_GRADES).default('obvious'), violation: z.enum(VIOLATIONS).default('attitude') }),
  refusals: [supervisionErrors.anotherDecides],
  example: { result: 'unfounded', conclusion: '复核后维持原答复。' },
  async effect(ctx, { complaint }, { result, conclusion, grade, violation }) {
    const { matter, personId } = complaint
    const wasFounded = complaint.result !== null && complaint.result !== 'unfounded'
    if (result !== 'unfounded' && !wasFounded) await foundBy(ctx, complaint, { grade, violation })
    if (result === 'unfounded' && wasFounded) await unfound(ctx, complaint)
    return {
      to: 'concluded',
      outcome: result,
      detail: { result },
      timers: done(matter.timers, 'concludeComplaint', ctx.now),
      endTasks: [complaintTask],
      change: { result, sealedConclusion: await ctx.services.vault.seal(ctx.db, personId, conclusion) },
      told: 'complaint-concluded',
    }
  },
})
