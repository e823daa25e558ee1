import words from '../../locales/zh-CN.json' with { type: 'json' }
import editor from './locales/zh-CN.json' with { type: 'json' }
import type { Entries, Fields, Shape } from './shape.ts'

export const mark: Shape = { kind: 'choice', words: words.marks }
export const condition: Shape = { kind: 'condition' }

interface EntryFields {
  readonly fields: Fields
  /** What a new entry starts from. */
  readonly blank: Readonly<Record<string, unknown>>
  /** What the list of all entries says of each beside its name. */
  readonly shown: readonly string[]
}

export function entries({ fields, blank, shown }: EntryFields): Entries {
  return { kind: 'entries', fields, blank, shown }
}

export const legalBasisFields: EntryFields = {
  fields: {
    law: { kind: 'text' },
    article: { kind: 'text', optional: true },
    kind: { kind: 'choice', words: words.normKinds },
    role: { kind: 'choice', words: editor.basisRoles },
    says: { kind: 'area' },
    version: { kind: 'day', optional: true },
    inForceFrom: { kind: 'day', optional: true },
    mark,
  },
  blank: { law: '', article: null, kind: 'law', role: 'SETTING', says: '', version: null, inForceFrom: null, mark: 'recalled' },
  shown: ['article', 'kind', 'role'],
}

export const procedureFields: EntryFields = {
  fields: {
    key: { kind: 'key' },
    kind: { kind: 'choice', words: words.procedures },
    name: { kind: 'text' },
    stopsClock: { kind: 'yesNo' },
    limit: { kind: 'limit', optional: true },
    basis: { kind: 'text', optional: true },
    note: { kind: 'area', optional: true },
    when: condition,
    mark,
  },
  blank: { key: '', kind: 'OTHER', name: '', stopsClock: false, limit: null, basis: null, note: null, mark: 'recalled', when: [] },
  shown: ['kind', 'stopsClock', 'limit'],
}

export const scenarioFields: EntryFields = {
  fields: {
    key: { kind: 'key' },
    question: { kind: 'text' },
    hint: { kind: 'text', optional: true },
    choose: { kind: 'choice', words: editor.chooses },
    options: { kind: 'rows', fields: { key: { kind: 'key' }, label: { kind: 'text' }, effect: { kind: 'text', optional: true }, mark }, blank: { key: '', label: '', effect: null, mark: 'recalled' } },
    showWhen: condition,
  },
  blank: { key: '', question: '', hint: null, choose: 'ONE', options: [], showWhen: [] },
  shown: ['choose', 'options', 'showWhen'],
}

export const materialFields: EntryFields = {
  fields: {
    key: { kind: 'key' },
    name: { kind: 'text' },
    necessity: { kind: 'choice', words: words.materials.necessity },
    exempt: { kind: 'exempt' },
    acceptanceStandards: { kind: 'rows', fields: { question: { kind: 'text' }, otherwise: { kind: 'text' } }, blank: { question: '', otherwise: '' } },
    basis: { kind: 'text' },
    fillingHint: { kind: 'area', optional: true },
    kind: { kind: 'choice', words: words.materials.kinds },
    copies: { kind: 'choice', words: words.materials.copies },
    paperCopies: { kind: 'number' },
    paperSize: { kind: 'text', optional: true },
    materialFormat: { kind: 'choice', words: words.materials.formats },
    sourceChannel: { kind: 'choice', words: words.materials.sources },
    sourceNote: { kind: 'text', optional: true },
    gapTolerant: { kind: 'yesNo' },
    supplyWithin: { kind: 'limit', optional: true },
    pledgeable: { kind: 'yesNo' },
    proof: { kind: 'yesNo' },
    when: condition,
    mark,
  },
  blank: {
    key: '',
    name: '',
    necessity: 'REQUIRED',
    kind: 'OTHER',
    copies: 'ORIGINAL',
    materialFormat: 'BOTH',
    sourceChannel: 'APPLICANT',
    sourceNote: null,
    paperCopies: 1,
    paperSize: null,
    blankForm: null,
    filledExample: null,
    fillingHint: null,
    acceptanceStandards: [],
    basis: '',
    exempt: null,
    gapTolerant: false,
    supplyWithin: null,
    pledgeable: false,
    proof: false,
    when: [],
    mark: 'recalled',
  },
  shown: ['necessity', 'exempt', 'gapTolerant', 'when'],
}

export const stepFields: EntryFields = {
  fields: {
    key: { kind: 'key' },
    kind: { kind: 'choice', words: words.steps },
    name: { kind: 'text' },
    unit: { kind: 'reference', list: 'units' },
    role: { kind: 'choice', words: editor.stepRoles },
    order: { kind: 'number' },
    parallelGroup: { kind: 'choice', words: editor.parallelGroups, optional: true },
    countersign: { kind: 'yesNo' },
    officers: { kind: 'number' },
    internalLimit: { kind: 'limit', optional: true },
    note: { kind: 'area', optional: true },
    when: condition,
  },
  blank: { key: '', kind: 'REVIEW', name: '', unit: '', role: 'reviewer', order: 1, parallelGroup: null, countersign: false, officers: 1, internalLimit: null, note: null, when: [] },
  shown: ['kind', 'unit', 'order', 'internalLimit'],
}

export const formFieldFields: EntryFields = {
  fields: {
    key: { kind: 'key' },
    label: { kind: 'text' },
    type: { kind: 'choice', words: editor.fieldTypes },
    required: { kind: 'yesNo' },
    hint: { kind: 'text', optional: true },
    prefill: { kind: 'choice', words: editor.prefills, optional: true },
    options: { kind: 'rows', fields: { key: { kind: 'key' }, label: { kind: 'text' } }, blank: { key: '', label: '' } },
    unit: { kind: 'text', optional: true },
    maxLength: { kind: 'number', optional: true },
    min: { kind: 'number', optional: true },
    max: { kind: 'number', optional: true },
    showWhen: condition,
  },
  blank: { key: '', label: '', type: 'text', required: true, maxLength: null, min: null, max: null, unit: null, options: [], hint: null, prefill: null, showWhen: [] },
  shown: ['type', 'required', 'prefill', 'showWhen'],
}
