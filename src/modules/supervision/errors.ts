import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the supervision module says no. Texts: `errors` in the locale files. */
export const supervisionErrors = {
  findingUnknown: { code: 'supervision.finding-unknown', kind: 'not-found' },
  measureUnknown: { code: 'supervision.measure-unknown', kind: 'not-found' },
  patrolUnknown: { code: 'supervision.patrol-unknown', kind: 'not-found' },
  openingUnknown: { code: 'supervision.opening-unknown', kind: 'not-found' },
  complaintUnknown: { code: 'supervision.complaint-unknown', kind: 'not-found' },
  sampleUnknown: { code: 'supervision.sample-unknown', kind: 'not-found' },
  bulletinUnknown: { code: 'supervision.bulletin-unknown', kind: 'not-found' },
  notYourPart: { code: 'supervision.not-your-part', kind: 'unprocessable' },
  evidenceMissing: { code: 'supervision.evidence-missing', kind: 'unprocessable' },
  evidenceUnknown: { code: 'supervision.evidence-unknown', kind: 'unprocessable' },
  explanationFirst: { code: 'supervision.explanation-first', kind: 'conflict' },
  appealTooLate: { code: 'supervision.appeal-too-late', kind: 'conflict' },
  appealedBefore: { code: 'supervision.appealed-before', kind: 'conflict' },
  anotherDecides: { code: 'supervision.another-decides', kind: 'conflict' },
  noTalk: { code: 'supervision.no-talk', kind: 'unprocessable' },
  talkIsHeld: { code: 'supervision.talk-is-held', kind: 'unprocessable' },
  visitUnknown: { code: 'supervision.visit-unknown', kind: 'unprocessable' },
  visitTooEarly: { code: 'supervision.visit-too-early', kind: 'conflict' },
  visitTooLate: { code: 'supervision.visit-too-late', kind: 'conflict' },
  visitRecorded: { code: 'supervision.visit-recorded', kind: 'conflict' },
  itemUnknown: { code: 'supervision.item-unknown', kind: 'unprocessable' },
  itemAnswered: { code: 'supervision.item-answered', kind: 'conflict' },
  ownReply: { code: 'supervision.own-reply', kind: 'conflict' },
  alreadyChecked: { code: 'supervision.already-checked', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
