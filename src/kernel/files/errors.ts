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
  /** Not there, or somebody else's: which of the two stays unsaid. */
  uploadUnknown: { code: 'files.upload-unknown', kind: 'not-found' },
  /** `details.received`: where the next piece begins. */
  offsetWrong: { code: 'files.offset-wrong', kind: 'conflict' },
  /** What came is not the file that was announced. */
  uploadDiffers: { code: 'files.upload-differs', kind: 'unprocessable' },
  tooManyUploads: { code: 'files.too-many-uploads', kind: 'limit' },
  notFound: { code: 'files.not-found', kind: 'not-found' },
} as const satisfies Record<string, RefusalType>
