import type { InputOf, OutputOf } from '#app'
import words from '../../locales/zh-CN.json' with { type: 'json' }
import { plainItem } from '../../schema/plain-item.ts'
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

const naturalPerson = '1'
const oneDay = { value: 1, unit: 'WORKING_DAY' } as const
const text = { maxLength: 100, min: null, max: null, unit: null, hint: null, options: [], showWhen: [] }

/** An item from nothing: what was given, and for the rest the plainest that a record may be. What is still missing the rules say at once. */
export function blankItem(basics: ItemBasics, unit: Unit, hall: Hall): Draft {
  const { name, itemType, basicCode, serviceObjects, law, article, conditions } = basics
  const implementCode = `${unit.creditCode}${unit.level}${basicCode}`
  return {
    ...plainItem,
    itemKey: `${unit.id}-${basicCode}`,
    basicCode,
    implementCode,
    name,
    plainName: name,
    itemType,
    handlingItems: [{ code: `${implementCode}01`, name, when: [] }],
    department: unit.id,
    implementingBody: { name: unit.name, creditCode: unit.creditCode, nature: 'STATUTORY' },
    exerciseLevel: unit.level,
    legalBasis: [{ law, article: article === '' ? null : article, kind: 'law', role: 'SETTING', says: '', version: null, inForceFrom: null, mark: 'recalled' }],
    serviceObjects,
    acceptanceConditions: conditions.map((condition) => ({ text: condition, references: [], mark: 'recalled' })),
    promisedLimit: { value: 20, unit: 'WORKING_DAY' },
    form: { sections: [{ key: 'applicant', title: say('blank.form'), fields: serviceObjects.includes(naturalPerson) ? personFields() : organisationFields() }] },
    route: { steps: plainSteps(unit.id) },
    result: { kind: 'DOCUMENT', name: say('blank.result', { name }), closingKind: 'DOCUMENT_ISSUED', sample: null, certificateType: null, validity: { kind: 'NONE', limit: null, text: say('blank.validity'), mark: 'recalled' }, renewal: null, delivery: ['ELECTRONIC', 'WINDOW'] },
    acceptanceScope: 'COUNTY',
    inServiceCentre: true,
    modes: { instant: false, online: false, nearby: false, once: true },
    places: [{ name: hall.name, address: hall.address, hours: say('blank.hours') }],
    consultPhone: unit.phones.consult,
    complaintPhone: unit.phones.complaint,
  }
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
