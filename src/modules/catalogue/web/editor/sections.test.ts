import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ItemVersion } from '../../schema/item-version.ts'
import { readShippedCatalogue } from '../../shipped.ts'
import { differencesOf } from './differences.ts'
import { aboveOf, fieldsAt, placeOf } from './places.ts'
import { keyMaker, readFields } from './read-fields.ts'
import { recordFields, sections } from './sections.ts'
import { type Fields, withEntryEarlier, withoutEntry, withValueAt } from './shape.ts'
import { labelOf } from './shape-labels.ts'
import type { Lookups } from './shape-words.ts'

/** What names an item or is set by publishing it: nobody edits it. */
const notEdited = ['itemKey', 'version', 'state', 'effectiveFrom', 'effectiveTo', 'basicCode', 'implementCode', 'localBasicCode', 'localImplementCode']

const { items } = readShippedCatalogue(join(import.meta.dirname, '../../../../../data/catalogue'))
const food = items.find((item) => item.itemKey === 'sc-05') ?? assert.fail('the food licence is shipped')
const lookups: Lookups = { references: { departments: [], certificateTypes: [], sharedResources: [], themes: [], items: [] }, questions: food.scenarios }

test('every element of the record that people decide on can be edited', () => {
  assert.deepEqual(Object.keys(ItemVersion.shape).filter((element) => !(element in recordFields)), notEdited)
})

test('every field of the editor has a name in Chinese', () => {
  const nameless = (fields: Fields, path: readonly string[]): readonly string[] =>
    Object.entries(fields).flatMap(([element, shape]) => {
      const inner = 'fields' in shape ? nameless(shape.fields, [...path, element]) : []
      const isSilent = shape.kind === 'key' || (shape.kind === 'group' && labelOf([...path, element]) === undefined)
      return isSilent || labelOf([...path, element]) !== undefined ? inner : [[...path, element].join('.'), ...inner]
    })
  assert.deepEqual(nameless(recordFields, []), [])
})

test('a finding leads to the page and the field that mend it', () => {
  assert.deepEqual(placeOf('/materials/2/acceptanceStandards/0/question', food), { section: 'materials', at: ['materials', '2'], id: 'acceptanceStandards.0.question', label: '申请材料，经营场所布局和操作流程图，受理标准，图上的经营场所地址与申请表一致？，问题' })
  assert.deepEqual(placeOf('/promisedLimit', food), { section: 'limits', at: [], id: 'promisedLimit', label: '承诺时限' })
  assert.deepEqual(placeOf('/form/sections/0/fields/1/showWhen', food).at, ['form', 'sections', '0', 'fields', '1'])
  assert.deepEqual(placeOf('/basicCode', food).section, 'basics')
})

test('only lists whose entries have pages are addressed, and the way back goes to the entry around', () => {
  assert.ok(fieldsAt(sections.form, ['form', 'sections', '0', 'fields', 'new']))
  assert.equal(fieldsAt(sections.materials, ['materials', '0', 'acceptanceStandards', '0']), undefined)
  assert.equal(fieldsAt(sections.materials, ['materials']), undefined)
  assert.deepEqual(aboveOf(['form', 'sections', '0', 'fields', '2']), ['form', 'sections', '0'])
  assert.deepEqual(aboveOf(['route', 'steps', '2']), [])
})

test('two versions are compared field by field in words, entries by what they are called', () => {
  const [first, second, ...others] = food.materials
  assert.ok(first && second)
  const after = { ...food, promisedLimit: { value: 3, unit: 'WORKING_DAY' as const }, materials: [second, { ...first, necessity: 'REQUIRED' as const }, ...others.slice(1)] }
  assert.deepEqual(
    differencesOf(recordFields, food, after, lookups).map(({ where, kind, before, after: now }) => [where, kind, before, now]),
    [
      ['承诺时限', 'changed', '5个工作日', '3个工作日'],
      ['申请材料，食品经营许可申请书，必要性', 'changed', '非必要', '必要'],
      ['申请材料', 'removed', others[0]?.name, ''],
      ['申请材料', 'changed', '', '先后次序变了'],
    ],
  )
  assert.deepEqual(differencesOf(recordFields, food, { ...food, marks: Object.fromEntries(Object.entries(food.marks).toReversed()) }, lookups), [])
})

test('what was typed wrongly is kept as it was typed, and fields that were not sent keep their value', () => {
  const form = new FormData()
  form.set('promisedLimit.value', '七')
  form.set('promisedLimit.unit', 'WORKING_DAY')
  form.set('statutoryLimit.value', '')
  const read = readFields({ form, context: { questions: [], newKey: () => 'k1' }, path: [] }, sections.limits, { ...food })
  assert.deepEqual([read['promisedLimit'], read['statutoryLimit'], read['hearing']], [{ value: '七', unit: 'WORKING_DAY' }, null, food.hearing])
})

test('new entries get a name that stands nowhere in the record', () => {
  const newKey = keyMaker({ materials: [{ key: 'm1' }, { key: 'm3', inner: [{ key: 'm2' }] }] }, 'm')
  assert.deepEqual([newKey(), newKey()], ['m4', 'm5'])
})

test('entries are added, taken away and moved without touching the record that was read', () => {
  const record = { list: ['a', 'b'] }
  assert.deepEqual(withValueAt(record, ['list', '2'], 'c'), { list: ['a', 'b', 'c'] })
  assert.deepEqual(withoutEntry(record, ['list', '0']), { list: ['b'] })
  assert.deepEqual(withEntryEarlier(record, ['list', '1']), { list: ['b', 'a'] })
  assert.equal(withEntryEarlier(record, ['list', '0']), record)
  assert.deepEqual(record, { list: ['a', 'b'] })
})
