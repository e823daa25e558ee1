import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a legal document cannot be made or read. */
export const documentErrors = {
  /** `details`: kind, missing (field names), malformed (fields that are not a day). */
  dataMissing: { code: 'documents.data-missing', kind: 'unprocessable' },
  /** `details.characters`: characters that no font of the platform can draw (生僻字). */
  glyphMissing: { code: 'documents.glyph-missing', kind: 'unprocessable' },
  /** `details.issuedOn`: before the first recorded terms for review and lawsuit. */
  noRemedyTerms: { code: 'documents.no-remedy-terms', kind: 'unprocessable' },
  sealNotAuthorised: { code: 'documents.seal-not-authorised', kind: 'forbidden' },
  unknown: { code: 'documents.unknown', kind: 'not-found' },
  /** The subject's key was destroyed: the document exists, its words do not. */
  forgotten: { code: 'documents.forgotten', kind: 'unprocessable' },
  altered: { code: 'documents.altered', kind: 'conflict' },
  kindUnknown: { code: 'documents.kind-unknown', kind: 'not-found' },
  /** `fields`: each text that lost a placeholder, has one that nothing fills, or is not of this template. */
  wordingUnfit: { code: 'documents.wording-unfit', kind: 'unprocessable' },
  placeholderMissing: { code: 'documents.placeholder-missing', kind: 'unprocessable' },
  placeholderUnknown: { code: 'documents.placeholder-unknown', kind: 'unprocessable' },
  codeInvalid: { code: 'documents.code-invalid', kind: 'invalid' },
} as const satisfies Record<string, RefusalType>
