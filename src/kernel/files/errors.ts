import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a file is not taken. */
export const fileErrors = {
  empty: { code: 'files.empty', kind: 'invalid' },
  /** `details`: size and limit in bytes. */
  tooLarge: { code: 'files.too-large', kind: 'too-large' },
  /** `details.detected`: what the content is, or `unknown`. */
  typeNotAllowed: { code: 'files.type-not-allowed', kind: 'unsupported' },
  /** `details`: declared (extension of the name) and detected. */
  typeMismatch: { code: 'files.type-mismatch', kind: 'unsupported' },
  notFound: { code: 'files.not-found', kind: 'not-found' },
} as const satisfies Record<string, RefusalType>
