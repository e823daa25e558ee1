import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, declaration, letterFoot, materialTable, opening, provisionalNote } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.acceptanceVoucher

/** 受理通知书 (行政许可法 第三十二条第一款第五项, 第二款; rule C-03): nothing is accepted without it. */
export const acceptanceVoucher: DocumentTemplate = {
  kind: 'acceptanceVoucher',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: [text.accepted, { text: text.project, when: 'projectCode' }, text.reason] },
    materialTable,
    declaration,
    { kind: 'paragraph', text: [text.clock, { text: text.promise, when: 'promisedDays' }, text.legal, provisionalNote] },
    { kind: 'paragraph', text: text.query },
    ...closing,
  ],
  foot: letterFoot,
}
