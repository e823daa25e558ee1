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
  unknown: { code: 'subjects.unknown', kind: 'not-found' },
  forgotten: { code: 'subjects.forgotten', kind: 'not-found' },
  alreadyRegistered: { code: 'subjects.already-registered', kind: 'conflict' },
  nameDiffers: { code: 'subjects.name-differs', kind: 'unprocessable' },
  notStatedByNumber: { code: 'subjects.not-stated-by-number', kind: 'invalid' },
  agentUnknown: { code: 'subjects.agent-unknown', kind: 'unprocessable' },
  ownAgent: { code: 'subjects.own-agent', kind: 'unprocessable' },
  authorisationUnknown: { code: 'subjects.authorisation-unknown', kind: 'not-found' },
  authorisationDocumentMissing: { code: 'subjects.authorisation-document-missing', kind: 'invalid' },
  periodInvalid: { code: 'subjects.period-invalid', kind: 'invalid' },
  phoneNotRegistered: { code: 'subjects.phone-not-registered', kind: 'unprocessable' },
  phoneShared: { code: 'subjects.phone-shared', kind: 'conflict' },
  hasOpenMatters: { code: 'subjects.has-open-matters', kind: 'conflict' },
  representsOrganisation: { code: 'subjects.represents-organisation', kind: 'conflict' },
  demoOnly: { code: 'subjects.demo-only', kind: 'forbidden' },
} as const satisfies Record<string, RefusalType>
