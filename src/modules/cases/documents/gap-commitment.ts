import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { applicantSignature, formOpening, letterFoot, provisionalNote, sealAndCode } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.gapCommitment

/** 容缺承诺书 (rule C-18): what is missing, by when, and what follows if it stays missing. */
export const gapCommitment: DocumentTemplate = {
  kind: 'gapCommitment',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...formOpening,
    { kind: 'paragraph', text: text.notified },
    { kind: 'table', from: 'missingMaterials', columns: [{ ...texts.materials.name, share: 8 }, { ...texts.materials.dueOn, share: 5 }] },
    { kind: 'paragraph', text: [text.consequence, provisionalNote] },
    { kind: 'paragraph', text: text.promised },
    applicantSignature,
    ...sealAndCode,
  ],
  foot: letterFoot,
}
