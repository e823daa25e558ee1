import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { tendRecords } from './operations/tend-records.ts'

/** Every morning at six (O-18). Safe to run twice: the second finds nothing to do. */
export const tendRecordsJob = defineJob({
  name: 'publication.tend-records',
  payload: z.object({}),
  schedule: '0 6 * * *',
  async run(context) {
    await context.run(tendRecords, {})
  },
})
