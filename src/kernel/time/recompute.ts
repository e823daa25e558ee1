import { Refusal } from '#kernel/errors/refusal.ts'
import type { WorkingCalendar } from './calendar.ts'
import { dueOf } from './due.ts'
import type { TimerDue } from './due.ts'
import { timeErrors } from './errors.ts'
import { endOf } from './timer-record.ts'
import type { Timer } from './timer-record.ts'

/** An open timer whose due instant another calendar moves; `before` is missing where the old calendar lacked the year. */
export interface MovedDue {
  readonly timerId: string
  readonly before?: TimerDue
  readonly after: TimerDue
}

/** The open timers whose due date a new calendar moves (T-16). Closed timers keep theirs; stopped ones have none to move. */
export function changedDueDates(timers: readonly Timer[], oldCalendar: WorkingCalendar, newCalendar: WorkingCalendar): readonly MovedDue[] {
  const moved: MovedDue[] = []
  for (const timer of timers) {
    if (endOf(timer) !== undefined) continue
    const before = dueIfKnown(timer, oldCalendar)
    const after = dueOf(timer, newCalendar)
    if (instant(before) !== instant(after)) moved.push({ timerId: timer.id, after, ...(before && { before }) })
  }
  return moved
}

function dueIfKnown(timer: Timer, calendar: WorkingCalendar): TimerDue | undefined {
  try {
    return dueOf(timer, calendar)
  } catch (error) {
    if (error instanceof Refusal && error.code === timeErrors.calendarMissing.code) return undefined
    throw error
  }
}

function instant(due: TimerDue | undefined): number | 'stopped' | undefined {
  return due?.stopped === true ? 'stopped' : due?.dueAt.getTime()
}
