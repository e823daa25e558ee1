import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { openDecisionClocks } from './clocks.ts'

/** The day by which a case must be decided, as every answer that names it shows it. */
export interface DueDay {
  /** Null before acceptance, after the decision and while a stop is open. */
  readonly dueOn: string | null
  /** Rests on a year whose arrangement is not published yet (T-14): it may still move. */
  readonly dueProvisional: boolean
}

/** The day on which the decision is due: the earlier of promise and law. */
export function dueDayOf(timers: readonly Timer[], calendar: WorkingCalendar): DueDay {
  const dues = openDecisionClocks(timers)
    .map((timer) => dueOf(timer, calendar))
    .flatMap((due) => (due.stopped ? [] : [{ dueOn: due.dueDay, dueProvisional: due.provisional }]))
  return dues.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0] ?? { dueOn: null, dueProvisional: false }
}
