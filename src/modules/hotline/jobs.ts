import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { urgeOverdue } from './operations/urge-overdue.ts'

/** Every morning at nine (H-08). Safe to run twice: the second finds nothing to urge. */
export const urgeOverdueJob = defineJob({
  name: 'hotline.urge-overdue',
  payload: z.object({}),
  schedule: '0 9 * * *',
  async run(context) {
    await context.run(urgeOverdue, {})
  },
})
