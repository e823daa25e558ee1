import type { Part, Sentence, TextTemplate } from '#kernel/documents/template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const { letter, materials, applicant } = texts

/** How every letter begins: the authority in red, the number, the person addressed. */
export const opening: readonly Part[] = [
  { kind: 'letterhead', text: letter.unit },
  { kind: 'number', text: letter.number },
  { kind: 'addressee', text: letter.addressee },
]

/** The authority and the number without an addressee, for forms. */
export const formOpening: readonly Part[] = opening.filter((part) => part.kind !== 'addressee')

/** The unit's signature under its seal (行政许可法 第三十二条第二款: seal and date), and the way to verify the document. */
export const sealAndCode: readonly Part[] = [
  { kind: 'seal', unit: letter.unit, name: letter.sealName, date: letter.date },
  { kind: 'verification', address: letter.verifyAddress, code: letter.verifyCode },
]

/** How every letter ends: the matter's number, whom to ask, whom to complain to, seal and code. */
export const closing: readonly Part[] = [
  { kind: 'paragraph', text: letter.caseNumber },
  { kind: 'paragraph', text: letter.contact },
  ...sealAndCode,
]

/** Review and lawsuit (行政许可法 第三十八条第二款; rule C-12), with the terms in force on the day of issue. */
export const remedy: Part = { kind: 'remedy', text: letter.remedy }

/** The list of materials received, with number of copies and form. */
export const materialTable: Part = {
  kind: 'table',
  from: 'materials',
  columns: [
    { ...materials.name, share: 8 },
    { ...materials.copies, share: 1.6 },
    { ...materials.form, share: 4.4 },
  ],
}

/** Who applied, as a form; an enterprise also has a legal representative. */
export const applicantFacts: Part = {
  kind: 'facts',
  rows: [applicant.name, applicant.identity, { label: applicant.representative.label, text: onlyWith('representative', applicant.representative.text) }, applicant.address],
}

/** The place where the applicant signs; blank for a pen unless the promise was signed electronically. */
export const applicantSignature: Part = {
  kind: 'signatures',
  rows: [
    { ...texts.signature.signer, text: onlyWith('signedBy', texts.signature.signer.text), byHand: true },
    { ...texts.signature.day, text: onlyWith('signedOn', texts.signature.day.text), byHand: true },
  ],
}

/** What the applicant declared on filing, and before whom; absent from documents of cases filed before declarations were kept. */
export const declaration: Part = {
  kind: 'paragraph',
  text: [
    { text: letter.declaration, when: 'declaration' },
    { text: letter.declaredOnline, when: 'declaredOnline' },
    { text: letter.declaredBefore, when: 'declaredBefore' },
  ],
}

/** Where a day rests on a year whose arrangement is not published yet (T-14); `provisional` is that day. */
export const provisionalNote: Sentence = { text: letter.provisional, when: 'provisional' }

/** A text that appears only if the field is given. */
export function onlyWith(field: string, text: string): TextTemplate {
  return { text, when: field }
}

/** The last line of every sheet: one copy for the applicant, one for the file. */
export const letterFoot = letter.foot
