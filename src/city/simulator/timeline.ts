import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { type Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import type { Dice } from './dice.ts'

const minuteMs = 60_000
const opensMs = 8.5 * 60 * minuteMs
const closesMs = 17 * 60 * minuteMs

/** A hand that only moves forward: minutes within a day, working days between. */
export interface Timeline {
  now(): Date
  soon(): Date
  /** So many minutes on, at whatever hour. */
  after(from: number, to: number): Date
  /** On the same working day while the office is open, else some time later. */
  workingDays(count: number): void
  /** At once in office hours, else when the office opens next. */
  inOffice(): Date
  /** In office hours of a working day, or in office if that day is over. */
  onDay(day: Day): Date
  /** Some time in the three days that follow. */
  leisure(): Date
}

export function timelineOf(calendar: WorkingCalendar, chance: Dice, from: Date): Timeline {
  let at = from
  const moveBy = (minutes: number): Date => (at = new Date(at.getTime() + minutes * minuteMs + chance.between(1, 59) * 1000))
  const moveTo = (day: Day, minutes: number): Date => (at = instantAtStartOf(day, minutes * minuteMs + chance.between(1, 59) * 1000))
  const inOffice = (): Date => {
    const today = dayOf(at)
    if (!calendar.kindOf(today).working || at >= instantAtStartOf(today, closesMs)) {
      const next = calendar.workingDaysBefore(today) + (calendar.kindOf(today).working ? 1 : 0)
      return moveTo(calendar.workingDayAt(next), 8.5 * 60 + chance.between(0, 90))
    }
    return at < instantAtStartOf(today, opensMs) ? moveTo(today, 8.5 * 60 + chance.between(0, 60)) : moveBy(1)
  }
  return {
    now: () => at,
    soon: () => moveBy(chance.between(3, 12)),
    after: (least, most) => moveBy(chance.between(least, most)),
    workingDays(count) {
      const today = dayOf(at)
      const open = at < instantAtStartOf(today, closesMs) && calendar.kindOf(today).working
      if (count === 0 && open) return
      const position = calendar.workingDaysBefore(today) + Math.max(count, calendar.kindOf(today).working ? 1 : 0)
      at = instantAtStartOf(calendar.workingDayAt(position), (9 * 60 + chance.between(0, 420)) * minuteMs)
    },
    inOffice,
    onDay: (day) => (dayOf(at) < day ? moveTo(day, 9 * 60 + chance.between(0, 420)) : inOffice()),
    leisure: () => moveBy(chance.between(5, 3 * 24 * 60)),
  }
}
