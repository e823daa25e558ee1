import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening, provisionalNote } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.extensionNotice

/** 延期告知书 (行政许可法 第四十二条; rules C-04, C-05): the reason, who approved, the new day. `government` is given for joint handling only. */
export const extensionNotice: DocumentTemplate = {
  kind: 'extensionNotice',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: [text.reason, { text: text.byHead, unless: 'government' }, { text: text.byGovernment, when: 'government' }, text.extended, provisionalNote] },
    ...closing,
  ],
  foot: letterFoot,
}
