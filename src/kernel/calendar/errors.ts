import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the calendar does not take a change. Titles stand in `locales/` under `errors`, keyed by the code. */
export const calendarErrors = {
  unchanged: { code: 'calendar.unchanged', kind: 'conflict' },
  contradictsLaterNotice: { code: 'calendar.contradicts-later-notice', kind: 'unprocessable' },
  icalUnreadable: { code: 'calendar.ical-unreadable', kind: 'unprocessable' },
  icalUnclear: { code: 'calendar.ical-unclear', kind: 'unprocessable' },
  arrangementUnknown: { code: 'calendar.arrangement-unknown', kind: 'not-found' },
  closureUnknown: { code: 'calendar.closure-unknown', kind: 'not-found' },
  closureEnded: { code: 'calendar.closure-ended', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
