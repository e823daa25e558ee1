import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why rungs are not set. */
export const signalErrors = {
  notFromToday: { code: 'signals.not-from-today', kind: 'unprocessable' },
  alreadySet: { code: 'signals.already-set', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
