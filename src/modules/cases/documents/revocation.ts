import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, onlyWith, opening, remedy } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.revocation

/** 撤销决定书 (行政许可法 第六十九条): the facts and the paragraph relied on come from the officer. */
export const revocation: DocumentTemplate = {
  kind: 'revocation',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: text.original },
    { kind: 'paragraph', text: [text.facts, text.decision] },
    { kind: 'paragraph', text: onlyWith('certificateNumber', text.certificate) },
    remedy,
    ...closing,
  ],
  foot: letterFoot,
}
