import type { WorkingCalendar } from './calendar.ts'
import { addCalendarDays, calendarDaysBetween, dayOf, laterDay } from './day.ts'
import type { Day } from './day.ts'
import { addLimit, addWorkingDays, dueInstant, endOnWorkingDay } from './limits.ts'
import type { Due, MovedEnd, TimeLimit } from './limits.ts'
import type { Segment, Timer } from './timer-record.ts'
import { addWorkingHours, workingMsBetween } from './working-hours.ts'

/** The unit in which a running budget is counted; months and years become the calendar days of the concrete period. */
export type CountedUnit = 'WORKING_DAY' | 'CALENDAR_DAY' | 'WORKING_HOUR' | 'HOUR'

/** By how much one stop moved the due date: days, or milliseconds for budgets in hours. */
export interface Postponement {
  readonly segment: Segment
  readonly by: number
}

interface DueBasis {
  readonly provisional: boolean
  /** The version of the calendar that this was computed with. */
  readonly calendarVersion: string
  readonly postponements: readonly Postponement[]
}

/** When a timer is due; while it is stopped there is no date, only since when. */
export type TimerDue =
  | (DueBasis & { readonly stopped: false; readonly dueDay: Day; readonly dueAt: Date; readonly moved?: MovedEnd })
  | (DueBasis & { readonly stopped: true; readonly since: Date; readonly segment: Segment; readonly dueDay?: never; readonly dueAt?: never })

/** A due date in the making; `end` is the last day before T-03 moved it. */
export interface Reckoning {
  readonly due: Due
  readonly end: Day
  readonly postponements: readonly Postponement[]
  /** The open stop, if any. */
  readonly open?: Segment
}

/** When a timer is due: its budget and extension after the anchor, then later by what passed during each stop (C-09). */
export function dueOf(timer: Timer, calendar: WorkingCalendar): TimerDue {
  const { due, open, postponements } = reckon(timer, calendar)
  const basis = { provisional: due.provisional, calendarVersion: calendar.version, postponements }
  if (open !== undefined) return { ...basis, stopped: true, since: open.startedAt, segment: open }
  return { ...basis, stopped: false, dueDay: due.day, dueAt: due.at, ...(due.moved && { moved: due.moved }) }
}

/** When the open stop of a timer reaches its own limit; undefined if none is open or it has no limit (C-10: the applicant was told how long it takes). */
export function stopEndOf(timer: Timer, calendar: WorkingCalendar): Date | undefined {
  const { open } = reckon(timer, calendar)
  return open?.limit === undefined ? undefined : addLimit(calendar, open.startedAt, open.limit).at
}

/** Works a due date out stop by stop. A stop that began at the due instant or after it counts for nothing: stopping does not cure being late. */
export function reckon(timer: Timer, calendar: WorkingCalendar): Reckoning {
  let current = firstReckoning(timer, calendar)
  for (const segment of timer.segments) {
    if (segment.kind !== 'stopped' || segment.startedAt >= current.due.at) continue
    if (segment.endedAt === undefined) return { ...current, open: segment }
    current = postpone(timer, calendar, current, { segment, endedAt: segment.endedAt })
  }
  return current
}

/** The unit in which a budget is counted. */
export function countedUnit(limit: TimeLimit): CountedUnit {
  return limit.unit === 'MONTH' || limit.unit === 'YEAR' ? 'CALENDAR_DAY' : limit.unit
}

/** The budget with its extension. */
export function wholeBudget(timer: Timer): TimeLimit {
  return { unit: timer.budget.unit, value: timer.extensions.reduce((sum, extension) => sum + extension.by.value, timer.budget.value) }
}

/** The first day that can count: the day after the anchor (T-01), or the day of the anchor itself if the budget is on the spot. */
export function firstCountedDay(timer: Timer): Day {
  const anchor = dayOf(timer.anchorAt)
  return wholeBudget(timer).value === 0 ? anchor : addCalendarDays(anchor, 1)
}

/**
 * What passes of a budget during a stop: in days the days from the day of stopping up to the day before resuming, as far as they
 * would have counted; in hours the exact time, in milliseconds. `resumedOn` is the first day that counts again.
 */
export function passedInStop(timer: Timer, calendar: WorkingCalendar, stop: { readonly from: Date; readonly to: Date; readonly resumedOn: Day }): number {
  const unit = countedUnit(timer.budget)
  if (unit === 'HOUR') return stop.to.getTime() - stop.from.getTime()
  if (unit === 'WORKING_HOUR') return workingMsBetween(calendar, stop.from, stop.to).ms
  const from = laterDay(dayOf(stop.from), firstCountedDay(timer))
  if (from >= stop.resumedOn) return 0
  return unit === 'WORKING_DAY' ? calendar.workingDaysBefore(stop.resumedOn) - calendar.workingDaysBefore(from) : calendarDaysBetween(from, stop.resumedOn)
}

function firstReckoning(timer: Timer, calendar: WorkingCalendar): Reckoning {
  const budget = wholeBudget(timer)
  const due = addLimit(calendar, timer.anchorAt, budget)
  return { due, end: due.moved?.from ?? due.day, postponements: [] }
}

function postpone(timer: Timer, calendar: WorkingCalendar, current: Reckoning, stop: { readonly segment: Segment; readonly endedAt: Date }): Reckoning {
  const from = stop.segment.startedAt
  const resumedOn = dayOf(stop.endedAt)
  const by = passedInStop(timer, calendar, { from, to: stop.endedAt, resumedOn })
  const next = by === 0 ? current : later(timer, calendar, current, { by, from: dayOf(from) })
  return { ...next, due: { ...next.due, provisional: current.due.provisional || next.due.provisional }, postponements: [...current.postponements, { segment: stop.segment, by }] }
}

function later(timer: Timer, calendar: WorkingCalendar, current: Reckoning, stop: { readonly by: number; readonly from: Day }): Reckoning {
  const unit = countedUnit(timer.budget)
  const { due } = current
  if (unit === 'HOUR') return reckoned(current, msLater(due.at, stop.by))
  if (unit === 'WORKING_HOUR') return reckoned(current, addWorkingHours(calendar, due.at, stop.by))
  if (unit === 'WORKING_DAY') {
    const next = addWorkingDays(calendar, due.day, stop.by)
    return reckoned(current, { ...next, at: dueInstant(calendar, next.day) })
  }
  // A stop on a last day to which T-03 had moved the end resumes with that day still to come.
  const end = addCalendarDays(stop.from > current.end ? due.day : current.end, stop.by)
  const next = endOnWorkingDay(calendar, end)
  return { ...current, end, due: { ...next, at: dueInstant(calendar, next.day) } }
}

function reckoned(current: Reckoning, due: Due): Reckoning {
  return { ...current, due, end: due.day }
}

function msLater(at: Date, ms: number): Due {
  const next = new Date(at.getTime() + ms)
  return { at: next, day: dayOf(next), provisional: false }
}
