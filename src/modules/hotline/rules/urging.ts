import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { addWorkingDays } from '#kernel/time/limits.ts'

export interface UrgingFacts {
  readonly dueAt: Date
  readonly remindedAt: Date | null
  readonly criticisedAt: Date | null
  /** Working days that a reminder leaves. */
  readonly criticismAfter: number
}

/** What an overdue order calls for today: a reminder on the day after it was due, public criticism five working days after the reminder (H-08). */
export function urgingOf({ dueAt, remindedAt, criticisedAt, criticismAfter }: UrgingFacts, now: Date, calendar: WorkingCalendar): 'remind' | 'criticise' | undefined {
  if (now <= dueAt || criticisedAt !== null) return undefined
  if (remindedAt === null) return 'remind'
  return dayOf(now) >= addWorkingDays(calendar, dayOf(remindedAt), criticismAfter).day ? 'criticise' : undefined
}

/** Who was reminded before this instant may have to be criticised now. */
export function remindedBefore(now: Date, calendar: WorkingCalendar, criticismAfter: number): Date {
  return instantAtStartOf(addCalendarDays(addWorkingDays(calendar, dayOf(now), -criticismAfter).day, 1))
}
