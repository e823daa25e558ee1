import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { caseSettings } from './clocks.ts'

/** The last day on which a renewal is in time: 30 days before expiry, calendar days unless configured (C-13, 行政许可法 art. 50). */
export function lastRenewalDay(expiresOn: Day): Day {
  return addCalendarDays(expiresOn, -caseSettings.renewalNotice.value)
}

export function isLateRenewal(filedOn: Day, expiresOn: Day): boolean {
  return filedOn > lastRenewalDay(expiresOn)
}
