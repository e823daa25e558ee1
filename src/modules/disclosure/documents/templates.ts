import type { DocumentTemplate, Part, TextTemplate } from '#kernel/documents/template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const { letter } = texts

const head: readonly Part[] = [
  { kind: 'letterhead', text: letter.unit },
  { kind: 'number', text: letter.number },
]
const opening: readonly Part[] = [...head, { kind: 'addressee', text: letter.addressee }, { kind: 'paragraph', text: letter.received }]
const closing: readonly Part[] = [
  { kind: 'paragraph', text: letter.contact },
  { kind: 'seal', unit: letter.unit, name: letter.sealName, date: letter.date },
  { kind: 'verification', address: letter.verifyAddress, code: letter.verifyCode },
]

const paragraph = (text: TextTemplate): Part => ({ kind: 'paragraph', text })
const given = (field: string, text: string): TextTemplate => ({ text, when: field })

/** Reasons and remedies of a letter that goes against the applicant (O-08). From 2024 on who is denied a record asks for review first (行政复议法 art. 23). */
const against: readonly Part[] = [paragraph(letter.reason), { kind: 'remedy', text: [{ text: letter.remedy, unless: 'reviewFirst' }, { text: letter.reviewFirst, when: 'reviewFirst' }] }]

function letterOf(kind: string, title: string, body: readonly Part[]): DocumentTemplate {
  return { kind, version: 1, title, layout: 'letter', issuedOn: 'issuedOn', parts: [...opening, ...body, ...closing], foot: letter.foot }
}

/** The letters of an application: five on its way, and one for each kind of answer. */
export const disclosureDocuments = {
  receipt: letterOf('receipt', texts.receipt.title, [paragraph(texts.receipt.body), paragraph(texts.receipt.basis)]),
  clarification: letterOf('clarification', texts.clarification.title, [paragraph(texts.clarification.body), paragraph(texts.clarification.deadline)]),
  opinionRequest: {
    ...letterOf('opinionRequest', texts.opinionRequest.title, []),
    parts: [
      ...head,
      { kind: 'addressee', text: texts.opinionRequest.addressee },
      paragraph(texts.opinionRequest.body),
      paragraph([{ text: texts.opinionRequest.thirdParty, unless: 'coMaker' }, { text: texts.opinionRequest.coMaker, when: 'coMaker' }]),
      paragraph(texts.opinionRequest.day),
      ...closing,
    ],
  },
  extension: letterOf('extension', texts.extension.title, [paragraph(texts.extension.body)]),
  fee: letterOf('fee', texts.fee.title, [
    paragraph([{ text: texts.fee.pages, when: 'pages' }, { text: texts.fee.items, unless: 'pages' }, texts.fee.amount]),
    paragraph(texts.fee.pay),
    paragraph(texts.fee.waiver),
  ]),
  alreadyPublic: letterOf('alreadyPublic', texts.alreadyPublic.title, [paragraph(texts.alreadyPublic.body)]),
  provided: letterOf('provided', texts.provided.title, [paragraph(texts.provided.body), paragraph([texts.provided.form, { text: texts.provided.files, when: 'files' }])]),
  withheld: letterOf('withheld', texts.withheld.title, [paragraph(texts.withheld.body), ...against]),
  notAvailable: letterOf('notAvailable', texts.notAvailable.title, [paragraph(texts.notAvailable.body), ...against]),
  otherAgency: letterOf('otherAgency', texts.otherAgency.title, [paragraph(texts.otherAgency.body), ...against]),
  repeated: letterOf('repeated', texts.repeated.title, [paragraph(texts.repeated.body), ...against]),
  specialRules: letterOf('specialRules', texts.specialRules.title, [paragraph(texts.specialRules.body), ...against]),
  partlyProvided: letterOf('partlyProvided', texts.partlyProvided.title, [
    paragraph(texts.partlyProvided.provided),
    paragraph([texts.partlyProvided.form, { text: texts.partlyProvided.files, when: 'files' }]),
    paragraph(texts.partlyProvided.withheld),
    ...against,
  ]),
  notHandled: letterOf('notHandled', texts.notHandled.title, [paragraph(texts.notHandled.body), paragraph(given('told', texts.notHandled.told)), ...against]),
} as const satisfies Readonly<Record<string, DocumentTemplate>>

export type DisclosureDocumentKind = keyof typeof disclosureDocuments

export function isDocumentKind(kind: string): kind is DisclosureDocumentKind {
  return Object.hasOwn(disclosureDocuments, kind)
}
