import { addCalendarDays, calendarDaysBetween, type Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import type { Timer } from '#kernel/time/timer.ts'
import { clockNames, simpleClock } from './clocks.ts'

/** The last day on which a renewal is in time: 30 days before expiry, calendar days unless configured (C-13, 行政许可法 art. 50). */
export function lastRenewalDay(expiresOn: Day, notice: TimeLimit): Day {
  return addCalendarDays(expiresOn, -notice.value)
}

export function isLateRenewal(filedOn: Day, expiresOn: Day, notice: TimeLimit): boolean {
  return filedOn > lastRenewalDay(expiresOn, notice)
}

/**
 * The clock at whose end a renewal filed in time is granted by law: the last instant of the day on which the certificate
 * expires, be it a working day or not. That is why it counts hours from the first instant of the day of acceptance: a period
 * of days would be moved to the next working day (T-03). None if the certificate had expired before acceptance.
 */
export function renewalClock(id: string, acceptedAt: Date, expiresOn: Day): readonly Timer[] {
  const accepted = dayOf(acceptedAt)
  if (accepted > expiresOn) return []
  const hours = 24 * (calendarDaysBetween(accepted, expiresOn) + 1)
  return [simpleClock({ id, name: clockNames.renewalExpiry, purpose: 'legal', budget: { value: hours, unit: 'HOUR' }, anchorAt: instantAtStartOf(accepted), party: { kind: 'unit' }, legalReference: '《行政许可法》第五十条第二款' })]
}
