import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening, provisionalNote } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.oneTimeNotice

/** 补正告知书 (行政许可法 第三十二条第一款第四项; rules C-01, C-02): every defect, once. */
export const oneTimeNotice: DocumentTemplate = {
  kind: 'oneTimeNotice',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.received },
    { kind: 'items', from: 'defects', text: [text.defect, { text: text.gap, when: 'gapDays' }] },
    { kind: 'paragraph', text: [text.complete, { text: text.deadline, when: 'correctBy' }, provisionalNote] },
    ...closing,
  ],
  foot: letterFoot,
}
