import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { addCalendarDays, type Day, dayOf } from '#kernel/time/day.ts'
import { keepRollups } from './operations/keep-rollups.ts'
import { listPublished } from './operations/list-published.ts'
import { publishPeriod } from './operations/publish-period.ts'
import { writeReport } from './operations/write-report.ts'

/** Every night: the day that is over joins the roll-ups. Safe to run twice: the second finds nothing. */
export const keepRollupsJob = defineJob({
  name: 'reporting.keep-rollups',
  payload: z.object({}),
  schedule: '40 0 * * *',
  async run(context) {
    await context.run(keepRollups, {})
  },
})

/** On the first of each month: the figures of the month before, published for good unless that was done. */
export const publishLastMonth = defineJob({
  name: 'reporting.publish-last-month',
  payload: z.object({}),
  schedule: '10 6 1 * *',
  async run(context) {
    const to = addCalendarDays(`${dayOf(context.now).slice(0, 8)}01` as Day, -1)
    const month = { from: `${to.slice(0, 8)}01`, to }
    const { items } = await context.run(listPublished, { ...month, limit: 1 })
    if (items.length === 0) await context.run(publishPeriod, month)
  },
})

/** Writes a report that somebody asked for. Safe to run twice: what is written stays. */
export const writeReportJob = defineJob({
  name: 'reporting.write-report',
  payload: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    await context.run(writeReport, { id })
  },
})
