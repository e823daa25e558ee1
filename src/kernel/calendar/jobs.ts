import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { recomputeDueDates } from './operations/recompute-due-dates.ts'
import { tellHolders } from './operations/tell-holders.ts'
import { recomputeJob } from './publish.ts'
import { lanes } from './recompute-store.ts'

/** At once after a publication, and every minute for clocks written by a process that had not heard of it. Safe to kill and to run twice. */
export const recomputeDueDatesJob = defineJob({
  name: recomputeJob,
  payload: z.object({}),
  schedule: '* * * * *',
  async run(context) {
    const work = async (): Promise<void> => {
      while ((await context.run(recomputeDueDates, {})).more);
    }
    // Side by side, each in a lane of its own.
    await Promise.all(lanes.map(work))
  },
})

/** Hears `kernel.due-date-moved` of every kind of matter: whoever holds it is told. The parties are told by the business of the kind. */
export const tellHoldersJob = defineJob({
  name: 'kernel.tell-holders-of-moved-dates',
  payload: z.object({ moves: tellHolders.input.shape.moves }),
  run: async (context, { moves }) => void (await context.run(tellHolders, { moves })),
})
