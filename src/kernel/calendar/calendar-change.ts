import { addCalendarDays, type Day, yearOf } from '#kernel/time/day.ts'
import { type CalendarRecord, calendarOf } from './calendar-source.ts'
import type { Place } from './place.ts'
import type { PlacedClosure } from './store.ts'

/** What a calendar changes of another: nothing that is due before `firstDay` can move, and nothing elsewhere if `places` are named. */
export interface CalendarChange {
  readonly firstDay: Day
  /** Null: everywhere. */
  readonly places: readonly Place[] | null
}

/** How two calendars differ, or differ in what they know (provisional); undefined if in nothing. */
export function changeBetween(before: CalendarRecord, after: CalendarRecord): CalendarChange | undefined {
  const day = firstChangedDay(before, after)
  const everywhere = day === undefined ? undefined : { firstDay: day, places: null }
  return [...closuresOfPlaces(before, after), ...closuresOfPlaces(after, before)].reduce(together, everywhere)
}

/** What two changes change between them. */
export function together(one: CalendarChange | undefined, other: CalendarChange): CalendarChange {
  if (one === undefined) return other
  const places = one.places === null || other.places === null ? null : [...one.places, ...other.places]
  return { firstDay: one.firstDay < other.firstDay ? one.firstDay : other.firstDay, places }
}

/** The first day that the whole office counts or knows otherwise. */
function firstChangedDay(before: CalendarRecord, after: CalendarRecord): Day | undefined {
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

/** Closures of single places that one record has and the other has not, or has with other days. */
function closuresOfPlaces(record: CalendarRecord, other: CalendarRecord): readonly CalendarChange[] {
  const known = (closure: PlacedClosure): boolean => other.closures.some(({ id, from, to }) => id === closure.id && from === closure.from && to === closure.to)
  return record.closures.flatMap((closure) => (closure.place === undefined || known(closure) ? [] : [{ firstDay: closure.from, places: [closure.place] }]))
}
