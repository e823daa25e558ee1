import { z } from 'zod'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { Arrangement } from '#kernel/time/arrangement.ts'
import { Day } from '#kernel/time/day.ts'
import { daysOfIcal } from '../arrangement-of-ical.ts'
import { calendarErrors } from '../errors.ts'
import { publishArrangement } from '../publish.ts'
import { NoticeFields, Published } from '../schema.ts'

/** A year's notice from a calendar file. The statutory days among the days off are not marked in such files, so they are named beside it. */
export const importIcal = defineOperation({
  name: 'kernel.import-ical',
  summary: 'Publishes the arrangement of a year from an iCalendar file of days off and make-up days',
  kind: 'command',
  http: { method: 'POST', path: '/calendar/arrangements/import', status: 201 },
  access: { permission: 'calendar:publish' },
  input: z.object({
    year: z.int().min(1000).max(9999),
    notice: NoticeFields,
    ical: z.string().min(1).max(500_000),
    statutoryDays: z.array(z.strictObject({ date: Day, name: z.string().min(1) })).max(40).default([]),
  }),
  output: Published,
  refusals: [calendarErrors.icalUnreadable, calendarErrors.icalUnclear, calendarErrors.unchanged, calendarErrors.contradictsLaterNotice],
  examples: [
    {
      summary: 'A file with one holiday',
      input: {
        year: 2027,
        notice: { title: '国务院办公厅关于2027年部分节假日安排的通知' },
        ical: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:元旦放假\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      },
    },
  ],
  async run(ctx, { year, notice, ical, statutoryDays }) {
    const read = Arrangement.safeParse({ year, notice, statutoryDays, ...must(daysOfIcal(ical, year)) })
    if (!read.success) throw new Refusal(contractRefusals.invalidInput, {}, read.error.issues.map((issue) => ({ pointer: '/ical', code: issue.code, detail: issue.message })))
    return { year, ...(await publishArrangement(ctx, read.data)) }
  },
})
