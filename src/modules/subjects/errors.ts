import type { RefusalType } from '#kernel/errors/refusal.ts'

/** What this module may answer with; titles are in `locales/` under `errors`. */
export const subjectErrors = {
  idNumberInvalid: { code: 'subjects.id-number-invalid', kind: 'invalid' },
  idNumberContradicts: { code: 'subjects.id-number-contradicts', kind: 'unprocessable' },
  creditCodeInvalid: { code: 'subjects.credit-code-invalid', kind: 'invalid' },
  notTheAgent: { code: 'subjects.not-the-agent', kind: 'forbidden' },
  authorisationNotYetValid: { code: 'subjects.authorisation-not-yet-valid', kind: 'forbidden' },
  authorisationExpired: { code: 'subjects.authorisation-expired', kind: 'forbidden' },
  authorisationRevoked: { code: 'subjects.authorisation-revoked', kind: 'forbidden' },
  authorisationTooNarrow: { code: 'subjects.authorisation-too-narrow', kind: 'forbidden' },
  stepUpRequired: { code: 'subjects.step-up-required', kind: 'forbidden' },
} as const satisfies Record<string, RefusalType>
