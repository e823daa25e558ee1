import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the evaluations module says no. Texts: `errors` in the locale files. */
export const evaluationErrors = {
  eventUnknown: { code: 'evaluations.event-unknown', kind: 'not-found' },
  eventNotHappened: { code: 'evaluations.event-not-happened', kind: 'unprocessable' },
  alreadyEvaluated: { code: 'evaluations.already-evaluated', kind: 'conflict' },
  evaluatorMissing: { code: 'evaluations.evaluator-missing', kind: 'forbidden' },
  itemTypeNotCovered: { code: 'evaluations.item-type-not-covered', kind: 'unprocessable' },
  reasonOfOtherGrade: { code: 'evaluations.reason-of-other-grade', kind: 'invalid' },
  reviewUnknown: { code: 'evaluations.review-unknown', kind: 'not-found' },
  alreadyExcluded: { code: 'evaluations.already-excluded', kind: 'conflict' },
  rectificationUnknown: { code: 'evaluations.rectification-unknown', kind: 'not-found' },
  ownReview: { code: 'evaluations.own-review', kind: 'forbidden' },
  officeDecides: { code: 'evaluations.office-decides', kind: 'forbidden' },
  contactFirst: { code: 'evaluations.contact-first', kind: 'conflict' },
  nobodyToContact: { code: 'evaluations.nobody-to-contact', kind: 'unprocessable' },
  callbackMissing: { code: 'evaluations.callback-missing', kind: 'unprocessable' },
  stillDissatisfied: { code: 'evaluations.still-dissatisfied', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
