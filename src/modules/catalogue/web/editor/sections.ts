import words from '../../locales/zh-CN.json' with { type: 'json' }
import editor from './locales/zh-CN.json' with { type: 'json' }
import { condition, entries, formFieldFields, legalBasisFields, mark, materialFields, procedureFields, scenarioFields, stepFields } from './entry-fields.ts'
import type { Fields, Group } from './shape.ts'

/** The sections in which an item is edited, in the order of a first reading. */
export const sectionKeys = ['basics', 'basis', 'limits', 'scenarios', 'materials', 'fees', 'result', 'route', 'form', 'access'] as const
export type SectionKey = (typeof sectionKeys)[number]

function marks(...elements: readonly string[]): Group {
  return { kind: 'group', fields: Object.fromEntries(elements.map((element) => [element, mark])) }
}

const markedText: Fields = { text: { kind: 'area' }, mark }
const blankText = { text: '', references: [], mark: 'recalled' }

/** The elements of the record by section; every element that people decide on stands in exactly one of them. */
export const sections: Readonly<Record<SectionKey, Fields>> = {
  basics: {
    name: { kind: 'text' },
    plainName: { kind: 'text' },
    synonyms: { kind: 'lines' },
    itemType: { kind: 'choice', words: words.itemTypes },
    handlingKind: { kind: 'choice', words: words.handlingKinds },
    department: { kind: 'reference', list: 'departments' },
    implementingBody: { kind: 'group', fields: { name: { kind: 'text' }, creditCode: { kind: 'text' }, nature: { kind: 'choice', words: editor.natures } } },
    entrustedBy: { kind: 'text', optional: true },
    otherDepartments: { kind: 'references', list: 'departments' },
    exerciseLevel: { kind: 'choice', words: words.exerciseLevels },
    powerSource: { kind: 'choice', words: words.powerSources },
    serviceObjects: { kind: 'choices', words: words.serviceObjects },
    quantityLimit: { kind: 'text', optional: true },
    acceptanceConditions: { kind: 'rows', fields: markedText, blank: blankText },
    handlingItems: entries({ fields: { name: { kind: 'text' }, code: { kind: 'text' }, when: condition }, blank: { name: '', code: '', when: [] }, shown: ['code', 'when'] }),
  },
  basis: { legalBasis: entries(legalBasisFields), marks: marks('legalBasis') },
  limits: {
    promisedLimit: { kind: 'limit' },
    promisedLimitNote: { kind: 'area', optional: true },
    statutoryLimit: { kind: 'limit', optional: true },
    statutoryExtension: { kind: 'limit', optional: true },
    statutoryLimitNote: { kind: 'area', optional: true },
    marks: marks('statutoryLimit', 'promisedLimit'),
    hearing: { kind: 'choice', words: words.hearings },
    pledgeApproval: { kind: 'yesNo' },
    pledgeNote: { kind: 'area', optional: true },
    specialProcedures: entries(procedureFields),
  },
  scenarios: { scenarios: entries(scenarioFields) },
  materials: { materials: entries(materialFields), intermediaryServices: { kind: 'lines' } },
  fees: {
    feeCharged: { kind: 'yesNo' },
    feeBasis: { kind: 'text', optional: true },
    feeNote: { kind: 'text', optional: true },
    onlinePayment: { kind: 'yesNo' },
    fees: {
      kind: 'rows',
      fields: { name: { kind: 'text' }, standard: { kind: 'text' }, amountMinor: { kind: 'money', optional: true }, basis: { kind: 'text' }, reducible: { kind: 'yesNo' }, reductionNote: { kind: 'text', optional: true }, mark },
      blank: { name: '', standard: '', amountMinor: null, basis: '', reducible: false, reductionNote: null, mark: 'recalled' },
    },
  },
  result: {
    result: {
      kind: 'group',
      fields: {
        kind: { kind: 'choice', words: words.results },
        name: { kind: 'text', optional: true },
        closingKind: { kind: 'choice', words: words.closings },
        certificateType: { kind: 'reference', list: 'certificateTypes', optional: true },
        sample: { kind: 'group', nullWithout: 'fields', fields: { fields: { kind: 'rows', fields: { label: { kind: 'text' }, example: { kind: 'text' }, from: { kind: 'lines' } }, blank: { label: '', example: '' } } } },
        validity: { kind: 'group', fields: { kind: { kind: 'choice', words: editor.validities }, limit: { kind: 'limit', optional: true }, text: { kind: 'text' }, mark } },
        renewal: { kind: 'text', optional: true },
        delivery: { kind: 'choices', words: words.delivery },
      },
    },
  },
  route: { route: { kind: 'group', fields: { steps: entries(stepFields) } } },
  form: {
    form: {
      kind: 'group',
      fields: {
        sections: entries({
          fields: { key: { kind: 'key' }, title: { kind: 'text' }, fields: entries(formFieldFields) },
          blank: { key: '', title: '', fields: [{ ...formFieldFields.blank, label: editor.newField }] },
          shown: ['fields'],
        }),
      },
    },
  },
  access: {
    channels: { kind: 'choices', words: words.channels },
    onlineDepth: { kind: 'choice', words: words.onlineDepths, numeric: true },
    onlineUrl: { kind: 'text', optional: true },
    maxVisits: { kind: 'number' },
    visitReason: { kind: 'text', optional: true },
    postalAllowed: { kind: 'yesNo' },
    acceptanceScope: { kind: 'choice', words: words.acceptanceScopes },
    minimumAssurance: { kind: 'choice', words: editor.assurances },
    inServiceCentre: { kind: 'yesNo' },
    bookable: { kind: 'yesNo' },
    onTerminals: { kind: 'yesNo' },
    singleSignOn: { kind: 'yesNo' },
    modes: { kind: 'group', fields: { instant: { kind: 'yesNo' }, online: { kind: 'yesNo' }, nearby: { kind: 'yesNo' }, once: { kind: 'yesNo' } } },
    consultPhone: { kind: 'text', optional: true },
    complaintPhone: { kind: 'text', optional: true },
    places: { kind: 'rows', fields: { name: { kind: 'text' }, address: { kind: 'text' }, hours: { kind: 'text' } }, blank: { name: '', address: '', hours: '' } },
    faq: { kind: 'rows', fields: { question: { kind: 'text' }, answer: { kind: 'area' }, mark }, blank: { question: '', answer: '', references: [], mark: 'recalled' } },
    notes: { kind: 'rows', fields: markedText, blank: blankText },
    duties: { kind: 'rows', fields: markedText, blank: blankText },
    themes: { kind: 'references', list: 'themes' },
    relatedItems: { kind: 'references', list: 'items' },
    personalTopics: { kind: 'lines' },
    corporateTopics: { kind: 'lines' },
  },
}

/** The whole record as one object: all sections together. The marks of every section are one element of it. */
export const recordFields: Fields = {
  ...Object.assign({}, ...Object.values(sections)),
  marks: { kind: 'group', fields: Object.assign({}, ...Object.values(sections).map(({ marks: own }) => (own?.kind === 'group' ? own.fields : {}))) },
}

/** The section in which an element of the record is edited. */
export function sectionOf(element: string): SectionKey | undefined {
  return sectionKeys.find((key) => element in sections[key])
}
