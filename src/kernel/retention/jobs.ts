import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { cleanUp } from './operations/clean-up.ts'

/** Every night. Safe to run twice: the second finds nothing. */
export const cleanUpJob = defineJob({
  name: 'kernel.clean-up',
  payload: z.object({}),
  schedule: '20 3 * * *',
  async run(context) {
    await context.run(cleanUp, {})
  },
})
