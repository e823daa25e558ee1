import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.specialProcedureNotice

/** 特别程序告知书 (行政许可法 第四十五条; rule C-08): without it the clock does not stop. */
export const specialProcedureNotice: DocumentTemplate = {
  kind: 'specialProcedureNotice',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.reason },
    { kind: 'paragraph', text: [text.time, { text: text.carriedOutBy, when: 'carriedOutBy' }] },
    ...closing,
  ],
  foot: letterFoot,
}
