import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { raiseSignals } from './operations/raise-signals.ts'

/** Every minute. After a downtime it fires what was missed, in order; a second run at once finds nothing. */
export const raiseSignalsJob = defineJob({
  name: 'kernel.raise-signals',
  payload: z.object({}),
  schedule: '* * * * *',
  async run(context) {
    while ((await context.run(raiseSignals, {})).more);
  },
})
