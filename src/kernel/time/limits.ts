import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { DayReason, WorkingCalendar } from './calendar.ts'
import { addCalendarDays, addMonths, dayOf, instantAtEndOf, instantAtStartOf } from './day.ts'
import type { Day } from './day.ts'
import { timeErrors } from './errors.ts'
import { addWorkingHours } from './working-hours.ts'

/** Units of a legal or promised limit. Hours run from the moment itself (T-02), all others from the next day (T-01). */
export const limitUnits = ['WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR', 'MONTH', 'YEAR', 'HOUR'] as const

/** The longest limit that is counted, in any unit: beyond it a number is a mistake. */
export const longestLimit = 100_000

/** How long somebody may take: a whole number of units. Zero is for working days only and means on the spot: the same working day (即办, C-25). */
export const TimeLimit = z
  .strictObject({ value: z.int().min(0).max(longestLimit), unit: z.enum(limitUnits) })
  .refine((limit) => limit.value > 0 || limit.unit === 'WORKING_DAY')
  .readonly()

export type TimeLimit = z.infer<typeof TimeLimit>

/** The rule that moved the end of a period to a working day, from where, and what was in the way. */
export interface MovedEnd {
  readonly rule: 'T-03'
  readonly from: Day
  readonly why: DayReason
  /** The day was a statutory holiday itself; otherwise a rest day of the office, which the same article covers as 法定休假日. */
  readonly statutory: boolean
}

export interface DueDay {
  readonly day: Day
  readonly provisional: boolean
  readonly moved?: MovedEnd
}

export interface Due extends DueDay {
  /** The last instant that is still in time. */
  readonly at: Date
}

/** The `count`-th working day after a day that is itself not counted (T-01, T-06); counted backwards if negative. */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): DueDay {
  assertCountable(count)
  if (count === 0) return { day: from, provisional: false }
  const before = calendar.workingDaysBefore(count > 0 ? addCalendarDays(from, 1) : from)
  const day = calendar.workingDayAt(before + count - (count > 0 ? 1 : 0))
  return { day, provisional: count > 0 ? calendar.isProvisional(addCalendarDays(from, 1), day) : calendar.isProvisional(day, addCalendarDays(from, -1)) }
}

/** Working days after `from` up to and including `to` (T-15); if `to` is earlier, minus those from `to` to the day before `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): { readonly count: number; readonly provisional: boolean } {
  if (from === to) return { count: 0, provisional: false }
  if (from > to) {
    return { count: calendar.workingDaysBefore(to) - calendar.workingDaysBefore(from), provisional: calendar.isProvisional(to, addCalendarDays(from, -1)) }
  }
  const count = calendar.workingDaysBefore(addCalendarDays(to, 1)) - calendar.workingDaysBefore(addCalendarDays(from, 1))
  return { count, provisional: calendar.isProvisional(addCalendarDays(from, 1), to) }
}

/** The last day of a limit counted in days, months or years from an uncounted day (T-01, T-03, T-05); hours refuse `time.limit-needs-instant`. */
export function dueDay(calendar: WorkingCalendar, from: Day, limit: TimeLimit): DueDay {
  assertCountable(limit.value)
  switch (limit.unit) {
    case 'WORKING_DAY':
      // On the spot: the day itself is the first that counts, or the next working day if the office is shut.
      return limit.value === 0 ? addWorkingDays(calendar, addCalendarDays(from, -1), 1) : addWorkingDays(calendar, from, limit.value)
    case 'CALENDAR_DAY':
      return endOnWorkingDay(calendar, addCalendarDays(from, limit.value))
    case 'MONTH':
      return endOnWorkingDay(calendar, addMonths(from, limit.value))
    case 'YEAR':
      return endOnWorkingDay(calendar, addMonths(from, limit.value * 12))
    default:
      throw new Refusal(timeErrors.limitNeedsInstant, { unit: limit.unit })
  }
}

/** Day and instant at which a limit that starts at an instant ends, for every unit. */
export function addLimit(calendar: WorkingCalendar, from: Date, limit: TimeLimit): Due {
  assertCountable(limit.value)
  if (limit.unit === 'HOUR') {
    const at = new Date(from.getTime() + limit.value * 3_600_000)
    return { at, day: dayOf(at), provisional: false }
  }
  if (limit.unit === 'WORKING_HOUR') return addWorkingHours(calendar, from, limit.value * 3_600_000)
  const due = dueDay(calendar, dayOf(from), limit)
  return { ...due, at: dueInstant(calendar, due.day) }
}

/** When a last day ends: 24:00, or close of business if the calendar has office hours (T-04, 民法典 art. 203). */
export function dueInstant(calendar: WorkingCalendar, day: Day): Date {
  return calendar.hasOfficeHours ? instantAtStartOf(day, calendar.shift.closesAt) : instantAtEndOf(day)
}

/**
 * Moves the end of a calendar period that falls on a day off to the next working day (T-03, 民法典 art. 203). The article's
 * 法定休假日 is read as covering weekly rest days and exchanged days off; the result records what was in the way.
 */
export function endOnWorkingDay(calendar: WorkingCalendar, end: Day): DueDay {
  const kind = calendar.kindOf(end)
  if (kind.working) return { day: end, provisional: kind.provisional }
  const next = addWorkingDays(calendar, end, 1)
  return { day: next.day, provisional: calendar.isProvisional(end, next.day), moved: { rule: 'T-03', from: end, why: kind.why, statutory: kind.statutory } }
}

function assertCountable(count: number): void {
  if (!Number.isInteger(count) || Math.abs(count) > longestLimit) throw new Refusal(timeErrors.limitOutOfRange, { count, longest: longestLimit })
}
