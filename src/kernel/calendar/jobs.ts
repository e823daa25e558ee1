import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { recomputeDueDates } from './operations/recompute-due-dates.ts'
import { recomputeJob } from './publish.ts'

/** At once after a publication, and every minute for clocks written by a process that had not heard of it. Safe to kill and to run twice. */
export const recomputeDueDatesJob = defineJob({
  name: recomputeJob,
  payload: z.object({}),
  schedule: '* * * * *',
  async run(context) {
    while ((await context.run(recomputeDueDates, {})).more);
  },
})
