import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { daysOfYear } from '../feed.ts'
import type { Place } from '../place.ts'
import { CalendarYear, shownClosure, ShownClosure } from '../schema.ts'

const ShownDay = z.object({
  day: Day,
  working: z.boolean(),
  why: z.enum(['weekday', 'weekend', 'holiday', 'make-up', 'closure']),
  statutory: z.boolean(),
  name: z.string().nullable(),
  source: z.string().nullable(),
  provisional: z.boolean(),
})

/** Every day of a year, worked or not and why, for the office or one place. A year without arrangement is shown as weekends only, marked provisional (T-14). */
export const getYear = defineOperation({
  name: 'kernel.get-year',
  summary: 'Shows every day of a year: worked or not, why, and by which notice',
  kind: 'query',
  http: { method: 'GET', path: '/calendar/years/{year}' },
  access: 'public',
  input: z.object({ year: CalendarYear, region: z.string().max(40).optional(), hall: z.string().max(40).optional() }),
  output: z.object({ year: z.number(), calendarVersion: z.number(), provisional: z.boolean(), workingDays: z.number(), closures: z.array(ShownClosure), days: z.array(ShownDay) }),
  refusals: [],
  examples: [{ summary: 'The year 2026', input: { year: 2026 } }],
  async run(ctx, { year, region, hall }) {
    const { legalCalendar } = ctx.services
    const place: Place | undefined = hall !== undefined ? { kind: 'hall', id: hall } : region === undefined ? undefined : { kind: 'region', id: region }
    const days = daysOfYear(legalCalendar.at(place, 'provisional'), year).map(({ day, kind }) => ({
      day,
      working: kind.working,
      why: kind.why,
      statutory: kind.statutory,
      name: kind.name ?? null,
      source: kind.source ?? null,
      provisional: kind.provisional,
    }))
    const closures = legalCalendar.record.closures.filter(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)
    return { year, calendarVersion: legalCalendar.version, provisional: days.some((day) => day.provisional), workingDays: days.filter((day) => day.working).length, closures: closures.map(shownClosure), days }
  },
})
