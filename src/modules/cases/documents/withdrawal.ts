import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.withdrawal

/** 撤回确认书: the applicant ended the matter before a decision; it is neither a refusal nor a revocation. */
export const withdrawal: DocumentTemplate = {
  kind: 'withdrawal',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: [text.withdrawn, { text: text.reason, when: 'reason' }] },
    { kind: 'paragraph', text: text.confirmed },
    ...closing,
  ],
  foot: letterFoot,
}
