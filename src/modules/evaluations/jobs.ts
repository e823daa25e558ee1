import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { inviteUnevaluated } from './operations/invite-unevaluated.ts'

/** Every morning at half past nine (E-07). Safe to run twice: the second finds nobody left to invite. */
export const inviteUnevaluatedJob = defineJob({
  name: 'evaluations.invite-unevaluated',
  payload: z.object({}),
  schedule: '30 9 * * *',
  async run(context) {
    while ((await context.run(inviteUnevaluated, {})).more);
  },
})
