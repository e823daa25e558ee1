import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the reception says no. Texts: `errors` in the locale files. */
export const receptionErrors = {
  noHall: { code: 'reception.no-hall', kind: 'unprocessable' },
  nobodyWaiting: { code: 'reception.nobody-waiting', kind: 'conflict' },
  oneAtATime: { code: 'reception.one-at-a-time', kind: 'conflict' },
  nobodyCalled: { code: 'reception.nobody-called', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
