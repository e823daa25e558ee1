import type { Db } from '#kernel/db/pool.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { usualOfficeHours } from '#kernel/time/office-hours.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { covers, type Place, placesOf, type Whereabouts } from './place.ts'
import { listClosures, listPublishedArrangements, type PlacedClosure } from './store.ts'

/** What the calendar is made of under one version. */
export interface CalendarRecord {
  /** Grows by one with every publication; 0 is the calendar that ships with the program. */
  readonly version: number
  readonly arrangements: readonly Arrangement[]
  readonly closures: readonly PlacedClosure[]
}

/** The calendar in force, kept up to date with what other processes publish. */
export interface CalendarSource {
  readonly version: number
  readonly record: CalendarRecord
  /** Counts beyond the last arrangement by weekdays alone and says so. */
  readonly calendar: WorkingCalendar
  /** Refuses a year without arrangement. */
  readonly strictCalendar: WorkingCalendar
  /** The calendar of one place: its own closures besides those of the whole office. */
  at(place: Place | undefined, mode: 'strict' | 'provisional'): WorkingCalendar
  /** The calendar that counts the clocks of a matter: without the days on which its region or the hall that took it in was shut. */
  readonly of: (matter: Whereabouts) => WorkingCalendar
  /** Reads the calendar if the database has another version. */
  renew(db: Db, version: number): Promise<void>
}

/** The calendar of the process: what ships, until the database has been read. */
export function createCalendarSource(): CalendarSource {
  let current = shownCalendar({ version: 0, arrangements: publishedArrangements, closures: [] })
  return {
    get version() {
      return current.record.version
    },
    get record() {
      return current.record
    },
    get calendar() {
      return current.calendar
    },
    get strictCalendar() {
      return current.strictCalendar
    },
    at: (place, mode) => (place === undefined ? (mode === 'strict' ? current.strictCalendar : current.calendar) : calendarOf(current.record, mode, [place])),
    of: (matter) => current.of(matter),
    async renew(db, version) {
      if (version !== current.record.version) current = shownCalendar(await readCalendar(db, version))
    },
  }
}

/** Reads the calendar as it was under a version; years that nobody published come from the program. */
export async function readCalendar(db: Db, version: number): Promise<CalendarRecord> {
  const published = await listPublishedArrangements(db, version)
  const closures = await listClosures(db, version)
  const years = new Set(published.map(({ arrangement }) => arrangement.year))
  const arrangements = [...publishedArrangements.filter(({ year }) => !years.has(year)), ...published.map(({ arrangement }) => arrangement)]
  return { version, arrangements: arrangements.toSorted((a, b) => a.year - b.year), closures }
}

/** The calendar of a record for some places, or without its closures of places for the whole office. */
export function calendarOf(record: CalendarRecord, mode: 'strict' | 'provisional', places: readonly Place[] = []): WorkingCalendar {
  const closures = record.closures.filter(({ place }) => place === undefined || places.some((each) => covers(place, each)))
  return new WorkingCalendar({ version: String(record.version), arrangements: record.arrangements, closures, workedHours: usualOfficeHours, mode })
}

/** The calendars of a record by where a matter is; matters that the same closures touch share one. */
export function calendarsByMatter(record: CalendarRecord): (matter: Whereabouts) => WorkingCalendar {
  const placed = record.closures.flatMap(({ id, place }) => (place === undefined ? [] : [{ id, place }]))
  const made = new Map<string, WorkingCalendar>()
  return (matter) => {
    const places = placed.length === 0 ? [] : placesOf(matter)
    const key = placed.filter(({ place }) => places.some((each) => covers(place, each))).map(({ id }) => id).join()
    const calendar = made.get(key) ?? calendarOf(record, 'provisional', places)
    made.set(key, calendar)
    return calendar
  }
}

interface ShownCalendar {
  readonly record: CalendarRecord
  readonly calendar: WorkingCalendar
  readonly strictCalendar: WorkingCalendar
  readonly of: (matter: Whereabouts) => WorkingCalendar
}

function shownCalendar(record: CalendarRecord): ShownCalendar {
  return { record, calendar: calendarOf(record, 'provisional'), strictCalendar: calendarOf(record, 'strict'), of: calendarsByMatter(record) }
}
