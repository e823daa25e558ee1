import { refuse, fineWith, type Verdict } from '#kernel/errors/refusal.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { calendarErrors } from './errors.ts'
import { type AllDayEvent, readIcal } from './ical.ts'

const worked = /补班|上班|调班|[（(]班[）)]/
const off = /放假|假期|休息|[（(]休[）)]|节$/
const decoration = /[（(]?(?:补班|上班|调班|调休|放假|假期|休息|第\d+天\/共\d+天|[休班])[）)]?|[\s·/:：-]/g

/**
 * Reads days off (放假) and make-up days (补班) of one year from a calendar file, such as calendar apps and offices publish.
 * Events of ordinary working days (工作日) are passed over; one that says neither is refused rather than guessed.
 */
export function daysOfIcal(text: string, year: number): Verdict<Pick<Arrangement, 'offDays' | 'workedDays'>> {
  const events = readIcal(text)
  if (events === undefined) return refuse(calendarErrors.icalUnreadable)
  const offDays: { date: Day; name: string }[] = []
  const workedDays: { date: Day; note: string }[] = []
  for (const event of events.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!touches(event, year) || /工作日/.test(event.summary)) continue
    const name = event.summary.replaceAll(decoration, '') || event.summary
    if (worked.test(event.summary)) for (const date of daysIn(event)) workedDays.push({ date, note: event.summary })
    else if (off.test(event.summary)) for (const date of daysIn(event)) offDays.push({ date, name })
    else return refuse(calendarErrors.icalUnclear, { summary: event.summary, from: event.from })
  }
  return fineWith({ offDays, workedDays })
}

function touches({ from, to }: AllDayEvent, year: number): boolean {
  return from.startsWith(String(year)) || to.startsWith(String(year))
}

function daysIn({ from, to }: AllDayEvent): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) days.push(day)
  return days
}
