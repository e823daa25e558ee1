import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, declaration, letterFoot, materialTable, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.receiptSlip

/** 收件回执: proves the day of receipt, from which the five days of 行政许可法 第三十二条第一款第四项 run (rule C-01). */
export const receiptSlip: DocumentTemplate = {
  kind: 'receiptSlip',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.received },
    materialTable,
    declaration,
    { kind: 'paragraph', text: text.meaning },
    ...closing,
  ],
  foot: letterFoot,
}
