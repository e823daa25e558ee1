import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a page is not told of changes. Titles stand in `locales/` under `errors`, keyed by the code. */
export const liveErrors = {
  topicUnknown: { code: 'live.topic-unknown', kind: 'not-found' },
  tooManyWatching: { code: 'live.too-many-watching', kind: 'limit' },
} as const satisfies Record<string, RefusalType>
