import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { clockNames } from './clocks.ts'

/**
 * Whether a case was closed on time: not later than the earlier of legal and promised due dates, both moved by lawful stops.
 * Closing early is on time, and so is closing on the due day (C-24). Undefined for a case without a clock.
 */
export function closedOnTime(timers: readonly Timer[], calendar: WorkingCalendar, closedAt: Date): boolean | undefined {
  const dues = timers
    .filter((timer) => (timer.name === clockNames.legalDecision || timer.name === clockNames.promisedDecision) && timer.supersededAt === undefined)
    .map((timer) => dueOf(timer, calendar))
    .flatMap((due) => (due.stopped ? [] : [due.dueAt.getTime()]))
  if (dues.length === 0) return undefined
  return closedAt.getTime() <= Math.min(...dues)
}
