import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { openClocks } from '#kernel/time/open-clocks.ts'
import { dueOf, isOverdue, type Timer, usedOf } from '#kernel/time/timer.ts'
import { clockNames } from './clocks.ts'
import type { DueDay } from './due-day.ts'

const byWeight = [clockNames.promisedDecision, clockNames.legalDecision, clockNames.acceptanceNotice, clockNames.correction] as const

/** The open clock that a queue shows for a case: the promise, else the law, else whatever else runs. */
function leadingClock(timers: readonly Timer[]): Timer | undefined {
  const open = openClocks(timers)
  return byWeight.flatMap((name) => open.find((timer) => timer.name === name) ?? [])[0] ?? open[0]
}

/** How a case stands in time, on one line. `used` and `budget` are in `unit`. */
interface ClockLine extends DueDay {
  readonly stopped: boolean
  readonly overdue: boolean
  readonly clock: { readonly used: number; readonly budget: number; readonly unit: string } | null
}

/** The leading clock of a case as of `at`: without a date while it is stopped, and without anything when none is open. */
export function clockLine(timers: readonly Timer[], calendar: WorkingCalendar, at: Date): ClockLine {
  const timer = leadingClock(timers)
  if (timer === undefined) return { dueOn: null, dueProvisional: false, stopped: false, overdue: false, clock: null }
  const due = dueOf(timer, calendar)
  const { used, budget, unit } = usedOf(timer, calendar, at)
  return { dueOn: due.dueDay ?? null, dueProvisional: due.provisional, stopped: due.stopped, overdue: isOverdue(timer, calendar, at), clock: { used, budget, unit } }
}
