import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the publication module says no. Texts: `errors` in the locale files. */
export const publicationErrors = {
  recordUnknown: { code: 'publication.record-unknown', kind: 'not-found' },
  unitForeign: { code: 'publication.unit-foreign', kind: 'forbidden' },
  notEditor: { code: 'publication.not-editor', kind: 'forbidden' },
  notReviewer: { code: 'publication.not-reviewer', kind: 'forbidden' },
  ownDraft: { code: 'publication.own-draft', kind: 'forbidden' },
  elementsRefused: { code: 'publication.elements-refused', kind: 'invalid' },
  elementMissing: { code: 'publication.element-missing', kind: 'invalid' },
  dayInFuture: { code: 'publication.day-in-future', kind: 'invalid' },
  daysInWrongOrder: { code: 'publication.days-in-wrong-order', kind: 'invalid' },
  validityTooLong: { code: 'publication.validity-too-long', kind: 'invalid' },
  themeOfOtherClass: { code: 'publication.theme-of-other-class', kind: 'invalid' },
  interpretationOfInterpretation: { code: 'publication.interpretation-of-interpretation', kind: 'invalid' },
  identityNumberFound: { code: 'publication.identity-number-found', kind: 'unprocessable' },
  phoneUnconfirmed: { code: 'publication.phone-unconfirmed', kind: 'unprocessable' },
  interpretationMissing: { code: 'publication.interpretation-missing', kind: 'unprocessable' },
  policyUnpublished: { code: 'publication.policy-unpublished', kind: 'unprocessable' },
  notAPunishment: { code: 'publication.not-a-punishment', kind: 'unprocessable' },
  alreadyInChannel: { code: 'publication.already-in-channel', kind: 'conflict' },
  proposalUnknown: { code: 'publication.proposal-unknown', kind: 'not-found' },
  proposalDecided: { code: 'publication.proposal-decided', kind: 'conflict' },
  powerUnknown: { code: 'publication.power-unknown', kind: 'not-found' },
  powerRemoved: { code: 'publication.power-removed', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
