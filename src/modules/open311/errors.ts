import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why Open311 says no. Texts: `errors` in the locale files. */
export const open311Errors = {
  serviceUnknown: { code: 'open311.service-unknown', kind: 'not-found' },
  requestUnknown: { code: 'open311.request-unknown', kind: 'not-found' },
} as const satisfies Record<string, RefusalType>
