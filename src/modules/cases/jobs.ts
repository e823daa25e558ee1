import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { defineJob, type JobContext } from '#kernel/jobs/job.ts'
import { deemAccepted } from './operations/deem-accepted.ts'
import { deemRenewed } from './operations/deem-renewed.ts'
import { deemWithdrawn } from './operations/deem-withdrawn.ts'
import { endAgencies } from './operations/end-agencies.ts'
import { forgetDrafts } from './operations/forget-drafts.ts'
import { listLapsed } from './operations/list-lapsed.ts'
import { listLapsedStops } from './operations/list-lapsed-stops.ts'
import { reportUnrectified } from './operations/report-unrectified.ts'
import { resumeLapsedStop } from './operations/resume-lapsed-stop.ts'
import type { lapsingClocks } from './rules/clocks.ts'

const effects = {
  'acceptance-notice': deemAccepted,
  correction: deemWithdrawn,
  gap: deemWithdrawn,
  'renewal-expiry': deemRenewed,
  rectification: reportUnrectified,
} as const satisfies Record<(typeof lapsingClocks)[number], unknown>

/**
 * Lets the law act where silence has an effect: deemed acceptance (C-01), deemed withdrawal (C-18), deemed renewal (C-13), a
 * false pledge put before the head (C-19), each through the ordinary command, so exactly once: a case that moved meanwhile
 * refuses, and the next run sees it no more.
 */
export const applyLapsedClocks = defineJob({
  name: 'cases.apply-lapsed-clocks',
  schedule: '*/5 * * * *',
  payload: z.object({}),
  async run(context) {
    let cursor: string | null | undefined
    do {
      const page = await context.run(listLapsed, { limit: 100, ...(cursor && { cursor }) })
      for (const lapsed of page.items) await apply(context, lapsed)
      cursor = page.nextCursor
    } while (cursor !== null)
  },
})

async function apply(context: JobContext, { number, clock }: { readonly number: string; readonly clock: keyof typeof effects }): Promise<void> {
  try {
    await context.run(effects[clock], { number }, law)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    context.services.log.warn('the law could not act', { number, clock, code: error.code })
  }
}

/** Resumes the clock of cases whose special procedure has reached its own limit, so that no stop is longer than the applicant was told. */
export const resumeLapsedStops = defineJob({
  name: 'cases.resume-lapsed-stops',
  schedule: '*/5 * * * *',
  payload: z.object({}),
  async run(context) {
    const { items } = await context.run(listLapsedStops, { limit: 500 })
    for (const { number } of items) {
      try {
        await context.run(resumeLapsedStop, { number }, law)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        context.services.log.warn('the law could not resume a clock', { number, code: error.code })
      }
    }
  },
})

/** Lets agents go whose authorisation has ended: every night for those that ran out, and at once when one is taken back. */
export const endAgenciesJob = defineJob({
  name: 'cases.end-agencies',
  schedule: '10 0 * * *',
  payload: z.object({}),
  async run(context) {
    await context.run(endAgencies, {}, law)
  },
})

/** Forgets drafts whose time is over, every night. Safe to run twice: the second finds nothing. */
export const forgetDraftsJob = defineJob({
  name: 'cases.forget-drafts',
  schedule: '40 3 * * *',
  payload: z.object({}),
  async run(context) {
    await context.run(forgetDrafts, {})
  },
})
