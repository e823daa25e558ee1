import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the webhooks module says no. Texts: `errors` in the locale files. */
export const webhookErrors = {
  subscriptionUnknown: { code: 'webhooks.subscription-unknown', kind: 'not-found' },
  addressNotAllowed: { code: 'webhooks.address-not-allowed', kind: 'invalid' },
  alreadySubscribed: { code: 'webhooks.already-subscribed', kind: 'conflict' },
  stopped: { code: 'webhooks.stopped', kind: 'conflict' },
  dayAhead: { code: 'webhooks.day-ahead', kind: 'invalid' },
} as const satisfies Record<string, RefusalType>
