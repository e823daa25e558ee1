import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { openDecisionClocks } from './clocks.ts'

/** The day on which the decision is due: the earlier of promise and law; null before acceptance, after the decision and while a stop is open. */
export function dueDayOf(timers: readonly Timer[], calendar: WorkingCalendar): string | null {
  const days = openDecisionClocks(timers)
    .map((timer) => dueOf(timer, calendar))
    .flatMap((due) => (due.stopped ? [] : [due.dueDay]))
  return days.toSorted()[0] ?? null
}
