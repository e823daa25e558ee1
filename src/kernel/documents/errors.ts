import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a legal document cannot be made. */
export const documentErrors = {
  /** `details`: kind, missing (field names), malformed (fields that are not a day). */
  dataMissing: { code: 'documents.data-missing', kind: 'unprocessable' },
  /** `details.characters`: characters that no font of the platform can draw (生僻字). */
  glyphMissing: { code: 'documents.glyph-missing', kind: 'unprocessable' },
  /** `details.issuedOn`: before the first recorded terms for review and lawsuit. */
  noRemedyTerms: { code: 'documents.no-remedy-terms', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
