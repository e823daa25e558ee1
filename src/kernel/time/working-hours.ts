import type { WorkingCalendar } from './calendar.ts'
import { dayMs, dayOf, instantAtStartOf, millisecondOfDay } from './day.ts'
import type { Day } from './day.ts'
import type { WorkingShift } from './office-hours.ts'

/** Working time passed at an instant, in milliseconds from a fixed origin. Differences are what counts. */
export function workingTimeAt(calendar: WorkingCalendar, at: Date, shift: WorkingShift = calendar.shift): number {
  const day = dayOf(at)
  const position = calendar.workingDaysBefore(day) * shift.length
  const time = millisecondOfDay(at)
  // At midnight nothing of the day has passed, so its kind, which may not be published yet, does not matter.
  return time > 0 && calendar.kindOf(day).working ? position + shift.workedAt(time) : position
}

/** Working milliseconds from one instant to a later one: office hours of working days, or whole working days without office hours. */
export function workingMsBetween(calendar: WorkingCalendar, from: Date, to: Date, shift: WorkingShift = calendar.shift): { readonly ms: number; readonly provisional: boolean } {
  const last = new Date(Math.max(from.getTime(), to.getTime() - 1))
  return { ms: workingTimeAt(calendar, to, shift) - workingTimeAt(calendar, from, shift), provisional: calendar.isProvisional(dayOf(from), dayOf(last)) }
}

/** The first instant by which that many working milliseconds have passed; at once if none. A period ends at closing, not at the next opening. */
export function addWorkingHours(calendar: WorkingCalendar, from: Date, ms: number): { readonly at: Date; readonly day: Day; readonly provisional: boolean } {
  if (ms === 0) return { at: from, day: dayOf(from), provisional: false }
  const target = workingTimeAt(calendar, from) + ms
  const position = Math.ceil(target / calendar.shift.length) - 1
  const last = calendar.workingDayAt(position)
  const at = instantAtStartOf(last, calendar.shift.reachedAt(target - position * calendar.shift.length))
  // 24:00 of a day is written as 0:00 of the next, and still belongs to the day it ends.
  return { at, day: at.getTime() === instantAtStartOf(last, dayMs).getTime() ? last : dayOf(at), provisional: calendar.isProvisional(dayOf(from), last) }
}
