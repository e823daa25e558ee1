import type { Db } from '#kernel/db/pool.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import type { Clock } from '#kernel/time/clock-source.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { covers, type Place } from './place.ts'
import { listClosures, listPublishedArrangements, newestVersion, type PlacedClosure } from './store.ts'

/** How long a process may go on with a calendar that another process has replaced. */
const freshMs = 2_000

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
  /** Compares versions with the database, at most every two seconds, and reads the newer calendar if there is one. */
  keepFresh(db: Db): Promise<void>
  /** Tells that this process is publishing a version: until it is seen, or two seconds have passed, every call looks. */
  expect(version: number): void
}

/** The calendar of the process: what ships, until the database has been read. `clock` is the machine's, also in a simulated city. */
export function createCalendarSource(clock: Clock): CalendarSource {
  let current = shownCalendar({ version: 0, arrangements: publishedArrangements, closures: [] })
  let lookedAt = Number.NEGATIVE_INFINITY
  let expected = 0
  let expectedUntil = 0
  let looking: Promise<void> | undefined

  async function look(db: Db): Promise<void> {
    const version = await newestVersion(db)
    if (version !== current.record.version) current = shownCalendar(await readCalendar(db, version))
    lookedAt = clock.now().getTime()
  }

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
    at: (place, mode) => (place === undefined ? (mode === 'strict' ? current.strictCalendar : current.calendar) : calendarOf(current.record, mode, place)),
    async keepFresh(db) {
      const now = clock.now().getTime()
      const awaited = expected > current.record.version && now < expectedUntil
      if (!awaited && now - lookedAt < freshMs) return
      looking ??= look(db).finally(() => (looking = undefined))
      await looking
    },
    expect(version) {
      expected = version
      expectedUntil = clock.now().getTime() + freshMs
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

/** The calendar of a record for one place, or without its closures of places for the whole office. */
export function calendarOf(record: CalendarRecord, mode: 'strict' | 'provisional', place?: Place): WorkingCalendar {
  const closures = record.closures.filter(({ place: own }) => own === undefined || (place !== undefined && covers(own, place)))
  return new WorkingCalendar({ version: String(record.version), arrangements: record.arrangements, closures, mode })
}

function shownCalendar(record: CalendarRecord): { readonly record: CalendarRecord; readonly calendar: WorkingCalendar; readonly strictCalendar: WorkingCalendar } {
  return { record, calendar: calendarOf(record, 'provisional'), strictCalendar: calendarOf(record, 'strict') }
}
