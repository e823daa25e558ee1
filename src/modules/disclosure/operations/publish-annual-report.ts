import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { endOf, satisfy } from '#kernel/time/timer.ts'
import { AnnualReportNumber, defineAnnualReportCommand } from '../annual-report.ts'
import { markReportPublished } from '../store/annual-reports.ts'

/** The report stands where the public reads it: the duty of the year is done (O-13). */
export const publishAnnualReport = defineAnnualReportCommand({
  name: 'disclosure.publish-annual-report',
  command: 'publish',
  summary: 'Records that the annual report was published, and where the public reads it',
  input: z.object({ number: AnnualReportNumber, address: z.url({ protocol: /^https?$/ }).max(300) }),
  example: { address: 'https://www.example.gov.cn/nianbao/2026.html' },
  async effect(ctx, { matter }, { address }) {
    await markReportPublished(ctx.db, matter.id, { address, at: ctx.now })
    return { to: 'published', detail: { address }, outcome: 'published', timers: matter.timers.filter((timer) => endOf(timer) === undefined).map((timer) => must(satisfy(timer, ctx.now))) }
  },
})
