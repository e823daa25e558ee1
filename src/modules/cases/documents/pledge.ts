import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { applicantSignature, formOpening, letterFoot, sealAndCode } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.pledge

/** 告知承诺书 (rules C-19, C-20; 国办发〔2020〕42号): what the authority tells and what the applicant promises, on one sheet. */
export const pledge: DocumentTemplate = {
  kind: 'pledge',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...formOpening,
    { kind: 'paragraph', text: text.notified },
    { kind: 'items', from: 'conditions', text: text.condition },
    { kind: 'paragraph', text: text.method },
    { kind: 'paragraph', text: text.check },
    { kind: 'paragraph', text: text.promised },
    applicantSignature,
    ...sealAndCode,
  ],
  foot: letterFoot,
}
