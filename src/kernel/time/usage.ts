import type { WorkingCalendar } from './calendar.ts'
import { addCalendarDays, calendarDaysBetween, dayOf } from './day.ts'
import { countedUnit, firstCountedDay, passedInStop, reckon, wholeBudget } from './due.ts'
import type { CountedUnit, Reckoning } from './due.ts'
import { workingDaysBetween } from './limits.ts'
import { horizonOf } from './timer-record.ts'
import type { Timer } from './timer-record.ts'
import { workingMsBetween } from './working-hours.ts'

/** How much of a budget is used, in one unit. `share` is used ÷ budget, above 1 when more than the budget is used. */
export interface Usage {
  readonly unit: CountedUnit
  readonly budget: number
  readonly used: number
  readonly remaining: number
  readonly share: number
  readonly provisional: boolean
}

const hourMs = 3_600_000

/**
 * What a timer has used at an instant. In days, today counts as soon as it begins: of ten days the ninth makes 0.9 (S-01). While
 * the clock is stopped, the days from the stop on do not count; a closed timer keeps what it had used at its end.
 */
export function usedOf(timer: Timer, calendar: WorkingCalendar, at: Date): Usage {
  const unit = countedUnit(timer.budget)
  const reckoning = reckon(timer, calendar)
  const horizon = horizonOf(timer, at)
  const passed = passedSinceAnchor(timer, calendar, horizon)
  const used = (passed.amount - stoppedUntil(timer, calendar, reckoning, horizon)) / (inHours(unit) ? hourMs : 1)
  const budget = budgetOf(timer, calendar)
  return { unit, budget, used, remaining: budget - used, share: used / budget, provisional: passed.provisional || reckoning.due.provisional }
}

/** What is left of the budget at an instant, in its unit; negative when overdrawn. */
export function remaining(timer: Timer, calendar: WorkingCalendar, at: Date): number {
  return usedOf(timer, calendar, at).remaining
}

/**
 * Whether the due instant has passed, or had when the duty was done: closing on the due day is in time (C-24), and so is the
 * instant of 24:00 itself. A stopped, voided or superseded timer is not overdue.
 */
export function isOverdue(timer: Timer, calendar: WorkingCalendar, at: Date): boolean {
  if (timer.voidedAt !== undefined || timer.supersededAt !== undefined) return false
  const { due, open } = reckon(timer, calendar)
  return open === undefined && horizonOf(timer, at) > due.at
}

function budgetOf(timer: Timer, calendar: WorkingCalendar): number {
  const { unit, value } = wholeBudget(timer)
  if (unit === 'MONTH' || unit === 'YEAR') {
    const unstopped = reckon({ ...timer, segments: [] }, calendar)
    return calendarDaysBetween(dayOf(timer.anchorAt), unstopped.end)
  }
  // On the spot: the day itself is the budget.
  return Math.max(1, value)
}

function passedSinceAnchor(timer: Timer, calendar: WorkingCalendar, horizon: Date): { readonly amount: number; readonly provisional: boolean } {
  const unit = countedUnit(timer.budget)
  if (unit === 'HOUR') return { amount: horizon.getTime() - timer.anchorAt.getTime(), provisional: false }
  if (unit === 'WORKING_HOUR') {
    const { ms, provisional } = workingMsBetween(calendar, timer.anchorAt, horizon)
    return { amount: ms, provisional }
  }
  const before = addCalendarDays(firstCountedDay(timer), -1)
  const today = dayOf(horizon)
  if (unit === 'CALENDAR_DAY') return { amount: calendarDaysBetween(before, today), provisional: false }
  const { count, provisional } = workingDaysBetween(calendar, before, today)
  return { amount: count, provisional }
}

function stoppedUntil(timer: Timer, calendar: WorkingCalendar, { postponements, open }: Reckoning, horizon: Date): number {
  const stops = [...postponements.map((each) => each.segment), ...(open === undefined ? [] : [open])]
  let sum = 0
  for (const { startedAt, endedAt } of stops) {
    if (startedAt > horizon) break
    const isOver = endedAt !== undefined && endedAt <= horizon
    const to = isOver ? endedAt : horizon
    sum += passedInStop(timer, calendar, { from: startedAt, to, resumedOn: isOver ? dayOf(to) : addCalendarDays(dayOf(to), 1) })
  }
  return sum
}

function inHours(unit: CountedUnit): boolean {
  return unit === 'HOUR' || unit === 'WORKING_HOUR'
}
