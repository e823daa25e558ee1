import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { makeCheckpointOperation } from './operations/make-checkpoint.ts'

/** Every minute: one signed root per batch until no event waits. Safe to run twice: the second finds nothing. */
export const makeCheckpointJob = defineJob({
  name: 'kernel.make-checkpoint',
  payload: z.object({}),
  schedule: '* * * * *',
  async run(context) {
    while ((await context.run(makeCheckpointOperation, {})).more);
  },
})
