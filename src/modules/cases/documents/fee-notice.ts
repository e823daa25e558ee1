import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, onlyWith, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.feeNotice

/** 缴费通知书 (行政许可法 第五十八条, 第五十九条): only a published fee, with standard, basis and calculation. */
export const feeNotice: DocumentTemplate = {
  kind: 'feeNotice',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.demanded },
    { kind: 'facts', rows: [text.name, text.standard, text.basis, { label: text.calculation.label, text: onlyWith('calculation', text.calculation.text) }, text.amount] },
    { kind: 'paragraph', text: text.clock },
    ...closing,
  ],
  foot: letterFoot,
}
