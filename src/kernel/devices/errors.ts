import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a device gives nothing. */
export const deviceErrors = {
  none: { code: 'devices.none', kind: 'unavailable' },
  nothingOnReader: { code: 'devices.nothing-on-reader', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
