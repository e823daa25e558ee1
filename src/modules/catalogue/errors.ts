import type { RefusalType } from '#kernel/errors/refusal.ts'

/** What this module may answer with; titles are in `locales/` under `errors`. */
export const catalogueErrors = {
  itemUnfit: { code: 'catalogue.item-unfit', kind: 'unprocessable' },
  itemCancelled: { code: 'catalogue.item-cancelled', kind: 'unprocessable' },
  itemSuspended: { code: 'catalogue.item-suspended', kind: 'unprocessable' },
  versionsOverlap: { code: 'catalogue.versions-overlap', kind: 'conflict' },
  itemUnknown: { code: 'catalogue.item-unknown', kind: 'not-found' },
  itemNotInForce: { code: 'catalogue.item-not-in-force', kind: 'unprocessable' },
  itemNotSuspended: { code: 'catalogue.item-not-suspended', kind: 'conflict' },
  itemKeyTaken: { code: 'catalogue.item-key-taken', kind: 'conflict' },
  versionUnknown: { code: 'catalogue.version-unknown', kind: 'not-found' },
  versionNotDraft: { code: 'catalogue.version-not-draft', kind: 'conflict' },
  draftChanged: { code: 'catalogue.draft-changed', kind: 'conflict' },
  sameEditor: { code: 'catalogue.same-editor', kind: 'forbidden' },
  dayInPast: { code: 'catalogue.day-in-past', kind: 'unprocessable' },
  answerUnknown: { code: 'catalogue.answer-unknown', kind: 'invalid' },
  themeUnknown: { code: 'catalogue.theme-unknown', kind: 'not-found' },
  certificateTypeUnknown: { code: 'catalogue.certificate-type-unknown', kind: 'not-found' },
  exchangeUnreadable: { code: 'catalogue.exchange-unreadable', kind: 'invalid' },
  exchangeEditionUnknown: { code: 'catalogue.exchange-edition-unknown', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
