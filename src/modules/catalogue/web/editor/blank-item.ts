import type { InputOf, OutputOf } from '#app'
import words from '../../locales/zh-CN.json' with { type: 'json' }
import { MARKED_ELEMENTS } from '../../schema/mark.ts'
import { say } from './text.ts'

type Draft = InputOf<'catalogue.save-draft'>['item']
type Unit = OutputOf<'organisation.list-units'>['items'][number]
type Hall = OutputOf<'organisation.list-halls'>['items'][number]

/** What no record can be without, as whoever begins an item gives it. */
export interface ItemBasics {
  readonly name: string
  readonly itemType: Draft['itemType']
  readonly basicCode: string
  readonly serviceObjects: Draft['serviceObjects']
  readonly law: string
  readonly article: string
  readonly conditions: readonly string[]
}

/** Nothing of it was compared with a source yet. */
const unverified = Object.fromEntries(MARKED_ELEMENTS.map((element) => [element, 'recalled'])) as Draft['marks']
const naturalPerson = '1'
const oneDay = { value: 1, unit: 'WORKING_DAY' } as const
const text = { maxLength: 100, min: null, max: null, unit: null, hint: null, options: [], showWhen: [] }

/** An item from nothing: what was given, and for the rest the plainest that a record may be. What is still missing the rules say at once. */
export function blankItem(basics: ItemBasics, unit: Unit, hall: Hall): Draft {
  const { name, itemType, basicCode, serviceObjects, law, article, conditions } = basics
  const implementCode = `${unit.creditCode}${unit.level}${basicCode}`
  return {
    itemKey: `${unit.id}-${basicCode}`,
    basicCode,
    implementCode,
    localBasicCode: null,
    localImplementCode: null,
    name,
    plainName: name,
    synonyms: [],
    itemType,
    handlingItems: [{ code: `${implementCode}01`, name, when: [] }],
    department: unit.id,
    implementingBody: { name: unit.name, creditCode: unit.creditCode, nature: 'STATUTORY' },
    entrustedBy: null,
    otherDepartments: [],
    exerciseLevel: unit.level,
    powerSource: '1',
    legalBasis: [{ law, article: article === '' ? null : article, kind: 'law', role: 'SETTING', says: '', version: null, inForceFrom: null, mark: 'recalled' }],
    serviceObjects,
    acceptanceConditions: conditions.map((condition) => ({ text: condition, references: [], mark: 'recalled' })),
    ...plainHandling(unit.id, serviceObjects.includes(naturalPerson)),
    result: { kind: 'DOCUMENT', name: say('blank.result', { name }), closingKind: 'DOCUMENT_ISSUED', sample: null, certificateType: null, validity: { kind: 'NONE', limit: null, text: say('blank.validity'), mark: 'recalled' }, renewal: null, delivery: ['ELECTRONIC', 'WINDOW'] },
    ...plainAccess(unit, hall),
  }
}

function plainHandling(department: string, forPersons: boolean) {
  return {
    handlingKind: 'PROMISED',
    quantityLimit: null,
    statutoryLimit: null,
    statutoryExtension: null,
    statutoryLimitNote: null,
    promisedLimit: { value: 20, unit: 'WORKING_DAY' },
    promisedLimitNote: null,
    specialProcedures: [],
    hearing: 'NONE',
    pledgeApproval: false,
    pledgeNote: null,
    scenarios: [],
    materials: [],
    intermediaryServices: [],
    faq: [],
    notes: [],
    duties: [],
    form: { sections: [{ key: 'applicant', title: say('blank.form'), fields: forPersons ? personFields() : organisationFields() }] },
    route: { steps: plainSteps(department) },
  } as const satisfies Partial<Draft>
}

function personFields() {
  return [
    { ...text, key: 'applicantName', label: say('blank.form.name'), type: 'personName', required: true, prefill: 'subject.name' },
    { ...text, key: 'identityNumber', label: say('blank.form.identity'), type: 'identityNumber', required: true, prefill: 'subject.identityNumber' },
    { ...text, key: 'contactPhone', label: say('blank.form.phone'), type: 'phone', required: true, prefill: 'subject.phone' },
  ] as const
}

function organisationFields() {
  return [
    { ...text, key: 'organisationName', label: say('blank.form.organisation'), type: 'text', required: true, prefill: 'organisation.name' },
    { ...text, key: 'creditCode', label: say('blank.form.creditCode'), type: 'creditCode', required: true, prefill: 'organisation.creditCode' },
    { ...text, key: 'contactPhone', label: say('blank.form.phone'), type: 'phone', required: true, prefill: 'subject.phone' },
  ] as const
}

/** 受理 审核 审批 办结 送达, the outer two at whichever window. */
function plainSteps(department: string) {
  const step = { parallelGroup: null, countersign: false, officers: 1, note: null, when: [], internalLimit: oneDay }
  return [
    { ...step, key: 'accept', kind: 'ACCEPT', name: words.steps.ACCEPT, unit: 'general-window', role: 'windowClerk', order: 1 },
    { ...step, key: 'review', kind: 'REVIEW', name: words.steps.REVIEW, unit: department, role: 'reviewer', order: 2 },
    { ...step, key: 'approve', kind: 'APPROVE', name: words.steps.APPROVE, unit: department, role: 'approver', order: 3 },
    { ...step, key: 'close', kind: 'CLOSE', name: words.steps.CLOSE, unit: department, role: 'reviewer', order: 4 },
    { ...step, key: 'deliver', kind: 'DELIVER', name: words.steps.DELIVER, unit: 'general-window', role: 'windowClerk', order: 5 },
  ] as const
}

function plainAccess({ phones }: Unit, hall: Hall) {
  return {
    channels: ['WINDOW'],
    onlineDepth: 1,
    onlineUrl: null,
    maxVisits: 1,
    visitReason: null,
    postalAllowed: false,
    acceptanceScope: 'COUNTY',
    inServiceCentre: true,
    bookable: false,
    onTerminals: false,
    modes: { instant: false, online: false, nearby: false, once: true },
    minimumAssurance: 'L2',
    feeCharged: false,
    feeBasis: null,
    onlinePayment: false,
    fees: [],
    feeNote: null,
    themes: [],
    personalTopics: [],
    corporateTopics: [],
    places: [{ name: hall.name, address: hall.address, hours: say('blank.hours') }],
    consultPhone: phones.consult,
    complaintPhone: phones.complaint,
    singleSignOn: false,
    relatedItems: [],
    marks: unverified,
  } as const satisfies Partial<Draft>
}
