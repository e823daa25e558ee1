import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { remindShelved } from './operations/remind-shelved.ts'

/** Every morning at half past eight (G-06). */
export const remindShelvedJob = defineJob({
  name: 'grid.remind-shelved',
  payload: z.object({}),
  schedule: '30 8 * * *',
  async run(context) {
    await context.run(remindShelved, {})
  },
})
