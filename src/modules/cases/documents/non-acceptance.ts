import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening, remedy } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.nonAcceptance

/** 不予受理决定书 (行政许可法 第三十二条第二款; rules C-03, C-12); the ground and its article come from the officer. */
export const nonAcceptance: DocumentTemplate = {
  kind: 'nonAcceptance',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.received },
    { kind: 'paragraph', text: [text.reason, text.decision] },
    remedy,
    ...closing,
  ],
  foot: letterFoot,
}
