import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.feeReceipt

/** 缴费凭证: what was paid, when and how (行政许可法 第五十九条). The fiscal bill of the treasury comes from its own system. */
export const feeReceipt: DocumentTemplate = {
  kind: 'feeReceipt',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.received },
    { kind: 'facts', rows: [text.name, text.standard, text.amount, text.paidOn, text.channel, text.reference] },
    ...closing,
  ],
  foot: letterFoot,
}
