import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening, remedy } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.notRequired

/** 不需许可告知书 (行政许可法 第三十二条第一款第一项): told at once. */
export const notRequired: DocumentTemplate = {
  kind: 'notRequired',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.received },
    { kind: 'paragraph', text: text.decision },
    remedy,
    ...closing,
  ],
  foot: letterFoot,
}
