import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Every refusal of legal time. Titles stand in `locales/` under `errors`, keyed by the code. */
export const timeErrors = {
  dayInvalid: { code: 'time.day-invalid', kind: 'invalid' },
  dayOutOfRange: { code: 'time.day-out-of-range', kind: 'unprocessable' },
  limitOutOfRange: { code: 'time.limit-out-of-range', kind: 'unprocessable' },
  limitNotInForce: { code: 'time.limit-not-in-force', kind: 'unprocessable' },
  limitNeedsInstant: { code: 'time.limit-needs-instant', kind: 'unprocessable' },
  calendarMissing: { code: 'time.calendar-missing', kind: 'unprocessable' },
  calendarContradictory: { code: 'time.calendar-contradictory', kind: 'unprocessable' },
  officeHoursInvalid: { code: 'time.office-hours-invalid', kind: 'unprocessable' },
  timerClosed: { code: 'time.timer-closed', kind: 'conflict' },
  notChronological: { code: 'time.not-chronological', kind: 'conflict' },
  alreadyPaused: { code: 'time.already-paused', kind: 'conflict' },
  notPaused: { code: 'time.not-paused', kind: 'conflict' },
  causeDoesNotStop: { code: 'time.cause-does-not-stop', kind: 'unprocessable' },
  expired: { code: 'time.expired', kind: 'conflict' },
  notExtensible: { code: 'time.not-extensible', kind: 'unprocessable' },
  alreadyExtended: { code: 'time.already-extended', kind: 'conflict' },
  extensionTooLong: { code: 'time.extension-too-long', kind: 'unprocessable' },
  rankTooLow: { code: 'time.rank-too-low', kind: 'forbidden' },
  reasonMissing: { code: 'time.reason-missing', kind: 'invalid' },
} as const satisfies Record<string, RefusalType>
