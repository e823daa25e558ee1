import { z } from 'zod'
import { complaintTask, defineComplaintCommand, stageOf } from '../complaint-command.ts'
import { done } from '../rules/clocks.ts'
import { ComplaintNumber } from '../schema.ts'

/** S-19: within five working days it is said whether a complaint is taken up. */
export const acceptComplaint = defineComplaintCommand({
  name: 'supervision.accept-complaint',
  command: 'accept',
  summary: 'Takes a complaint up; the time for its answer begins',
  input: z.object({ number: ComplaintNumber }),
  example: {},
  async effect(ctx, { complaint: { matter } }) {
    const { timer, task } = await stageOf(ctx, 'answerComplaint')
    return { to: 'accepted', timers: [...done(matter.timers, 'acceptComplaint', ctx.now), timer], endTasks: [complaintTask], assign: [task], change: { acceptDecidedAt: ctx.now }, told: 'complaint-accepted' }
  },
})
