import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { fetchMails } from './operations/fetch-mails.ts'
import { lapseOverdue } from './operations/lapse-overdue.ts'
import { openAnnualReports } from './operations/open-annual-reports.ts'

/** Soon after midnight, when the days that were set are over. Safe to run twice: the second finds nothing. */
export const lapseOverdueJob = defineJob({
  name: 'disclosure.lapse-overdue',
  payload: z.object({}),
  schedule: '10 0 * * *',
  async run(context) {
    await context.run(lapseOverdue, {}, law)
  },
})

/** From January to March, while a report may still become due: governments owe theirs until 31 March. Safe to run twice: the second finds nothing. */
export const openAnnualReportsJob = defineJob({
  name: 'disclosure.open-annual-reports',
  payload: z.object({}),
  schedule: '20 0 * 1-3 *',
  async run(context) {
    await context.run(openAnnualReports, {}, law)
  },
})

/** Looks into the mail boxes. Safe to run twice: a mail is taken once. */
export const fetchMailsJob = defineJob({
  name: 'disclosure.fetch-mails',
  payload: z.object({}),
  schedule: '*/5 * * * *',
  async run(context) {
    await context.run(fetchMails, {}, law)
  },
})
