import { addCalendarDays, addMonths, type Day, weekday } from '#kernel/time/day.ts'
import type { BulletinPeriod } from '../schema.ts'

export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The last whole week (Monday to Sunday) or month before a day. */
export function periodBefore(day: Day, period: BulletinPeriod): Period {
  if (period === 'week') {
    const to = addCalendarDays(day, -weekday(day))
    return { from: addCalendarDays(to, -6), to }
  }
  const first: Day = `${day.slice(0, 8)}01` as Day
  return { from: addMonths(first, -1), to: addCalendarDays(first, -1) }
}
