import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a local rule is not changed. Titles stand in `locales/` under `errors`, keyed by the code. */
export const settingErrors = {
  unknown: { code: 'settings.unknown', kind: 'not-found' },
  beyondTheLaw: { code: 'settings.beyond-the-law', kind: 'unprocessable' },
  outOfRange: { code: 'settings.out-of-range', kind: 'unprocessable' },
  dayHasBegun: { code: 'settings.day-has-begun', kind: 'unprocessable' },
  alreadySet: { code: 'settings.already-set', kind: 'conflict' },
  unchanged: { code: 'settings.unchanged', kind: 'conflict' },
  changeUnknown: { code: 'settings.change-unknown', kind: 'not-found' },
} as const satisfies Record<string, RefusalType>
