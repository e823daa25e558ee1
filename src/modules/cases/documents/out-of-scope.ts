import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening, remedy } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.outOfScope

/** 不属职权告知书 (行政许可法 第三十二条第一款第二项): a refusal to accept that says where to go. */
export const outOfScope: DocumentTemplate = {
  kind: 'outOfScope',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.received },
    { kind: 'paragraph', text: [text.decision, text.where, { text: text.contact, when: 'competentAddress' }] },
    remedy,
    ...closing,
  ],
  foot: letterFoot,
}
