import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { applicantFacts, closing, letterFoot, onlyWith, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.approval

/** 准予许可决定书 (行政许可法 第三十八条第一款, 第四十条, 第四十四条; rules C-07, C-28). */
export const approval: DocumentTemplate = {
  kind: 'approval',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    applicantFacts,
    { kind: 'paragraph', text: text.received },
    { kind: 'paragraph', text: text.decision },
    { kind: 'paragraph', text: text.content },
    { kind: 'paragraph', text: onlyWith('conditions', text.conditions) },
    { kind: 'paragraph', text: onlyWith('certificateName', text.certificate) },
    { kind: 'paragraph', text: text.published },
    ...closing,
  ],
  foot: letterFoot,
}
