import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { applicantFacts, closing, letterFoot, opening, remedy } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.refusal

/** 不予许可决定书 (行政许可法 第三十八条第二款; rule C-12): reasons one by one, and the remedies. */
export const refusal: DocumentTemplate = {
  kind: 'refusal',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    applicantFacts,
    { kind: 'paragraph', text: text.received },
    { kind: 'items', from: 'reasons', text: text.reason },
    { kind: 'paragraph', text: text.decision },
    remedy,
    ...closing,
  ],
  foot: letterFoot,
}
