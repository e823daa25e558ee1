import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { deemAccepted } from './operations/deem-accepted.ts'
import { deemRenewed } from './operations/deem-renewed.ts'
import { deemWithdrawn } from './operations/deem-withdrawn.ts'
import { listLapsed } from './operations/list-lapsed.ts'

const effects = { 'acceptance-notice': deemAccepted, correction: deemWithdrawn, gap: deemWithdrawn, 'renewal-expiry': deemRenewed } as const

/**
 * Lets the law act where silence has an effect: deemed acceptance (C-01), deemed withdrawal (C-18), deemed renewal (C-13), each
 * through the ordinary command, so exactly once: a case that moved meanwhile refuses, and the next run sees it no more.
 */
export const applyLapsedClocks = defineJob({
  name: 'cases.apply-lapsed-clocks',
  schedule: '*/5 * * * *',
  payload: z.object({}),
  async run(context) {
    const { items } = await context.run(listLapsed, { limit: 500 })
    for (const { number, clock } of items) {
      try {
        await context.run(effects[clock], { number }, law)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        context.services.log.warn('the law could not act', { number, clock, code: error.code })
      }
    }
  },
})
