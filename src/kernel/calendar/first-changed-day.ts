import { addCalendarDays, type Day, yearOf } from '#kernel/time/day.ts'
import { type CalendarRecord, calendarOf } from './calendar-source.ts'

/** The first day that two calendars of the whole office count otherwise, or know otherwise (provisional); undefined if none. What is due before it cannot move. */
export function firstChangedDay(before: CalendarRecord, after: CalendarRecord): Day | undefined {
  const old = calendarOf(before, 'provisional')
  const next = calendarOf(after, 'provisional')
  const years = [before, after].flatMap(({ arrangements, closures }) => [...arrangements.map(({ year }) => year), ...closures.flatMap(({ from, to }) => [yearOf(from), yearOf(to)])])
  if (years.length === 0) return undefined
  const last = `${Math.max(...years) + 1}-12-31`
  for (let day = `${Math.min(...years) - 1}-01-01` as Day; day <= last; day = addCalendarDays(day, 1)) {
    const [one, other] = [old.kindOf(day), next.kindOf(day)]
    if (one.working !== other.working || one.provisional !== other.provisional) return day
  }
  return undefined
}
