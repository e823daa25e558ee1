import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '../day.ts'
import { timeErrors } from '../errors.ts'
import { dueDay, longestLimit } from '../limits.ts'

const units = { working: 'WORKING_DAY', calendar: 'CALENDAR_DAY' } as const

/** The public calculator's smallest question: which day is n days after this one? A year without an arrangement is refused. */
export const addToDate = defineOperation({
  name: 'kernel.add-to-date',
  summary: 'Adds working or calendar days to a date; the date itself is not counted',
  kind: 'query',
  http: { method: 'GET', path: '/calendar/add' },
  access: 'public',
  input: z.object({
    date: Day,
    days: z.coerce.number().int().min(0).max(longestLimit),
    unit: z.enum(['working', 'calendar']).default('working'),
  }),
  output: z.object({ date: Day }),
  refusals: [timeErrors.calendarMissing, timeErrors.dayOutOfRange],
  examples: [{ summary: 'Five working days over a Spring Festival with two make-up weekends', input: { date: '2018-02-09', days: 5, unit: 'working' } }],
  async run(ctx, { date, days, unit }) {
    return { date: dueDay(ctx.services.strictCalendar, date, { value: days, unit: units[unit] }).day }
  },
})
