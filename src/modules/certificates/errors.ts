import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why this module says no. Texts: `errors` in the locale files. */
export const certificateErrors = {
  unknown: { code: 'certificates.unknown', kind: 'not-found' },
  typeUnknown: { code: 'certificates.type-unknown', kind: 'unprocessable' },
  typeCodesUsedUp: { code: 'certificates.type-codes-used-up', kind: 'unprocessable' },
  /** `details.labels`: fields that the type does not have. */
  fieldUnknown: { code: 'certificates.field-unknown', kind: 'unprocessable' },
  periodInvalid: { code: 'certificates.period-invalid', kind: 'unprocessable' },
  /** D-07: a renewal or change keeps holder and type. */
  replacesAnother: { code: 'certificates.replaces-another', kind: 'unprocessable' },
  /** `details.by`: the certificate that stands in its place. */
  alreadyReplaced: { code: 'certificates.already-replaced', kind: 'conflict' },
  /** D-05. `details.reasons`: state, notYetValid, expired. */
  notValid: { code: 'certificates.not-valid', kind: 'unprocessable' },
  wrongHolder: { code: 'certificates.wrong-holder', kind: 'unprocessable' },
  /** D-10: what is stored is not what was sealed. */
  sealBroken: { code: 'certificates.seal-broken', kind: 'unprocessable' },
  forgotten: { code: 'certificates.forgotten', kind: 'unprocessable' },
  /** D-08: no use without a purpose. */
  purposeMissing: { code: 'certificates.purpose-missing', kind: 'unprocessable' },
  /** D-13: the fields are read for a matter only after a use for that matter was recorded. */
  noUseRecorded: { code: 'certificates.no-use-recorded', kind: 'forbidden' },
  /** D-15: in this matter the applicant's document prevails. */
  contradicted: { code: 'certificates.contradicted', kind: 'unprocessable' },
  /** D-09. `details.identifiers`: the certificates that stand for the paper. */
  paperNotRequired: { code: 'certificates.paper-not-required', kind: 'unprocessable' },
  doubtUnknown: { code: 'certificates.doubt-unknown', kind: 'not-found' },
  doubtAnswered: { code: 'certificates.doubt-answered', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
