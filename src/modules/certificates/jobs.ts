import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { markExpired } from './operations/mark-expired.ts'

/** Shortly after midnight, until nothing is left. Safe to run twice: the second finds nothing. */
export const markExpiredJob = defineJob({
  name: 'certificates.mark-expired',
  payload: z.object({}),
  schedule: '5 0 * * *',
  async run(context) {
    while ((await context.run(markExpired, {}, law)).more);
  },
})
