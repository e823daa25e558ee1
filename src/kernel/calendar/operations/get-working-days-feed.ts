import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { yearOf, dayOf } from '#kernel/time/day.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { feedOfYear } from '../feed.ts'
import { writeIcal } from '../ical.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { CalendarYear } from '../schema.ts'

/** The working days of a year as a feed that calendar programs subscribe to; this year unless told. A year without arrangement is refused (T-14). */
export const getWorkingDaysFeed = defineOperation({
  name: 'kernel.get-working-days-feed',
  summary: 'Gives the working days, days off and make-up days of a year as an iCalendar feed (RFC 5545)',
  kind: 'query',
  http: { method: 'GET', path: '/calendar/working-days.ics' },
  access: 'public',
  input: z.object({ year: CalendarYear.optional() }),
  output: z.instanceof(FileAnswer),
  refusals: [timeErrors.calendarMissing],
  examples: [{ summary: 'The year 2026', input: { year: 2026 } }],
  async run(ctx, { year = yearOf(dayOf(ctx.now)) }) {
    const ical = writeIcal({ name: `${texts.feed.name} ${year}`, stampedAt: ctx.now, events: feedOfYear(ctx.services.strictCalendar, year) })
    return new FileAnswer(Buffer.from(ical, 'utf8'), 'text/calendar; charset=utf-8', `working-days-${year}.ics`, 'inline')
  },
})
