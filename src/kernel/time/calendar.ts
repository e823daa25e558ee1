import { Refusal } from '#kernel/errors/refusal.ts'
import { sourceOf } from './arrangement.ts'
import type { Arrangement } from './arrangement.ts'
import { dayFromNumber, dayNumber, weekdayOfNumber, yearOf } from './day.ts'
import type { Day } from './day.ts'
import { timeErrors } from './errors.ts'
import { OfficeHours, workingShift } from './office-hours.ts'
import type { WorkingShift } from './office-hours.ts'

/** Days on which an office is shut by order of its place, such as a typhoon: first and last day, and the order. */
export interface Closure {
  readonly from: Day
  readonly to: Day
  readonly name: string
  readonly source: string
}

/** What a calendar is made of. Whoever publishes it gives each change a new version. */
export interface CalendarParts {
  readonly version: string
  readonly arrangements: readonly Arrangement[]
  readonly closures?: readonly Closure[]
  readonly officeHours?: OfficeHours
  /** When hours are worked that are counted one by one (WORKING_HOUR), where days nevertheless end at midnight. */
  readonly workedHours?: OfficeHours
  /** What happens in a year without an arrangement (T-14): `strict` refuses, `provisional` counts weekends only and says so. */
  readonly mode?: 'strict' | 'provisional'
}

/** Why a day is worked or not. `make-up` is a weekend worked in exchange for a day off (调休上班). */
export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'closure'

export interface DayKind {
  readonly working: boolean
  readonly why: DayReason
  /** A statutory holiday itself (法定节假日), not only a day off next to it (T-03). */
  readonly statutory: boolean
  readonly name?: string
  readonly source?: string
  /** Known by weekday alone, because the year has no arrangement yet. */
  readonly provisional: boolean
}

type ArrangedDay = Omit<DayKind, 'provisional'>

/**
 * Which days are worked. Counting rests on the plain week, which is arithmetic, corrected by a sorted list of the days that
 * differ from it with running sums; so a count and its inverse are one binary search, however long the period.
 */
export class WorkingCalendar {
  readonly version: string
  readonly mode: 'strict' | 'provisional'
  /** The hours of a working day that are counted one by one. */
  readonly shift: WorkingShift
  /** What of a working day somebody answers for: office hours where days end by them, else all of it. */
  readonly dayShift: WorkingShift
  /** Whether office hours are given, so that a day ends at close of business (民法典 art. 203). */
  readonly hasOfficeHours: boolean
  readonly #years: readonly number[]
  readonly #arranged: ReadonlyMap<number, ArrangedDay>
  /** Day numbers that differ from the plain week, ascending, and the sum of their corrections before each. */
  readonly #differing: readonly number[]
  readonly #corrections: readonly number[]

  constructor(parts: CalendarParts) {
    this.version = parts.version
    this.mode = parts.mode ?? 'strict'
    this.hasOfficeHours = parts.officeHours !== undefined
    if (parts.officeHours !== undefined && !OfficeHours.safeParse(parts.officeHours).success) throw new Refusal(timeErrors.officeHoursInvalid)
    this.shift = workingShift(parts.officeHours ?? parts.workedHours)
    this.dayShift = workingShift(parts.officeHours)
    this.#years = parts.arrangements.map((each) => each.year).sort((a, b) => a - b)
    this.#arranged = arrangedDays(parts)
    this.#differing = [...this.#arranged].filter(([number, kind]) => kind.working !== isWeekday(number)).map(([number]) => number).sort((a, b) => a - b)
    const corrections = [0]
    for (const number of this.#differing) corrections.push((corrections.at(-1) ?? 0) + (isWeekday(number) ? -1 : 1))
    this.#corrections = corrections
  }

  /** What kind of day it is and where that is written; strict calendars refuse `time.calendar-missing`. */
  kindOf(day: Day): DayKind {
    const provisional = this.isProvisional(day, day)
    const number = dayNumber(day)
    const arranged = this.#arranged.get(number)
    if (arranged !== undefined) return { ...arranged, provisional }
    const working = isWeekday(number)
    return { working, why: working ? 'weekday' : 'weekend', statutory: false, provisional }
  }

  /** Whether a result that rests on these days (both included) is provisional (T-14); a strict calendar refuses instead. */
  isProvisional(from: Day, to: Day): boolean {
    const first = yearOf(from)
    const last = yearOf(to)
    const known = countBelow(this.#years, last + 1) - countBelow(this.#years, first)
    if (known === last - first + 1) return false
    if (this.mode === 'provisional') return true
    for (let year = first; ; year++) if (!this.#years.includes(year)) throw new Refusal(timeErrors.calendarMissing, { year })
  }

  /** Position of a day in the sequence of working days: how many lie before it, from a fixed origin. Differences are what counts. */
  workingDaysBefore(day: Day): number {
    return this.#before(dayNumber(day))
  }

  /** The working day with that many working days before it: the inverse of `workingDaysBefore`. */
  workingDayAt(position: number): Day {
    const index = firstIndex(this.#differing.length, (each) => this.#before(this.#numberAt(each) + 1) > position)
    const number = this.#differing[index]
    const isMakeUp = number !== undefined && !isWeekday(number) && this.#before(number) === position
    return dayFromNumber(isMakeUp ? number : weekdayAt(position - this.#correctionAt(index)))
  }

  #before(number: number): number {
    return weekdaysBefore(number) + this.#correctionAt(countBelow(this.#differing, number))
  }

  #numberAt(index: number): number {
    return this.#differing[index] ?? 0
  }

  #correctionAt(index: number): number {
    return this.#corrections[index] ?? 0
  }
}

/** Merges the notices, a later year's over an earlier one's, then the closures over both. */
function arrangedDays(parts: CalendarParts): Map<number, ArrangedDay> {
  const days = new Map<number, ArrangedDay>()
  let previous: number | undefined
  for (const each of [...parts.arrangements].sort((a, b) => a.year - b.year)) {
    if (each.year === previous) throw new Refusal(timeErrors.calendarContradictory, { year: each.year })
    previous = each.year
    const source = sourceOf(each)
    const statutory = new Set(each.statutoryDays.map((day) => day.date))
    for (const { date, name } of each.offDays) {
      days.set(dayNumber(date), { working: false, why: 'holiday', statutory: statutory.has(date), name, source })
    }
    for (const { date, note } of each.workedDays) days.set(dayNumber(date), { working: true, why: 'make-up', statutory: false, name: note, source })
  }
  for (const { from, to, name, source } of parts.closures ?? []) {
    for (let number = dayNumber(from); number <= dayNumber(to); number++) {
      if (days.get(number)?.working ?? isWeekday(number)) days.set(number, { working: false, why: 'closure', statutory: false, name, source })
    }
  }
  return days
}

function isWeekday(number: number): boolean {
  return weekdayOfNumber(number) < 6
}

/** Mondays to Fridays before a day number, from the Monday before 1970-01-01 (number −3). */
function weekdaysBefore(number: number): number {
  const sinceMonday = number + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5)
}

/** The Monday-to-Friday with that many before it. */
function weekdayAt(position: number): number {
  const weeks = Math.floor(position / 5)
  return weeks * 7 + (position - weeks * 5) - 3
}

function countBelow(ascending: readonly number[], bound: number): number {
  return firstIndex(ascending.length, (index) => (ascending[index] ?? 0) >= bound)
}

/** The first index below `length` for which a monotone condition holds, or `length`. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
