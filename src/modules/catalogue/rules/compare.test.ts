import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ItemVersion } from '../schema/item-version.ts'
import { readShippedCatalogue } from '../shipped.ts'
import { blastRadius } from './blast-radius.ts'
import { compareVersions, countChange, listChangeReport, listSum } from './compare.ts'

const { items, themes } = readShippedCatalogue(join(import.meta.dirname, '../../../../data/catalogue'))
const food = items.find((item) => item.itemKey === 'sc-05')
assert.ok(food)
const next: ItemVersion = { ...food, version: 2, effectiveFrom: '2026-07-01' }

test('versions that differ only in number and dates have no differing element', () => {
  assert.deepEqual(compareVersions(food, next), [])
})

test('a version comparison names the elements and the entries that came, went and changed', () => {
  const [dropped, kept, ...rest] = food.materials
  assert.ok(dropped && kept)
  const changes = compareVersions(food, {
    ...next,
    promisedLimit: { value: 3, unit: 'WORKING_DAY' },
    materials: [{ ...kept, gapTolerant: true }, ...rest, { ...dropped, key: 'new-paper' }],
  })
  assert.deepEqual(
    changes.map(({ element, added, removed, changed }) => ({ element, added, removed, changed })),
    [
      { element: 'promisedLimit', added: [], removed: [], changed: [] },
      { element: 'materials', added: ['new-paper'], removed: ['m1'], changed: ['m2'] },
    ],
  )
})

test('I-19 the sums of a list add up: 333 + 971 = 1304, 8 + 35 = 43, 25.54 %', () => {
  const survey = listSum({ online: 333, offline: 971 })
  assert.equal(survey.total, 1304)
  assert.equal(survey.ratePercent['online'], 25.54)
  assert.equal(listSum({ surveyed: 8, others: 35 }).total, 43)
})

test('I-20 a list of 337 items against 562 is a change of −40 %', () => {
  assert.deepEqual(countChange(562, 337), { base: 562, now: 337, change: -225, changePercent: -40.04 })
  assert.equal(countChange(0, 5).changePercent, null)
})

test('I-20 a list change report says what came, what went and how many papers are still asked for', () => {
  const base = items.slice(0, 10)
  const report = listChangeReport(base, items.slice(1, 11))
  assert.deepEqual([report.added, report.removed], [[items[10]?.itemKey], [items[0]?.itemKey]])
  assert.equal(report.all.change, 0)
  const exempted = base.map((item): ItemVersion => ({ ...item, materials: item.materials.map((material) => ({ ...material, exempt: { by: 'ONLINE_FORM' } })) }))
  assert.equal(listChangeReport(base, exempted).materials.changePercent, -100)
})

test('publishing a shorter promise touches the clocks and the guide and asks no draft again', () => {
  const radius = blastRadius(food, { ...next, promisedLimit: { value: 3, unit: 'WORKING_DAY' } }, themes, items)
  assert.deepEqual(radius.products, ['GUIDE', 'CLOCKS'])
  assert.equal(radius.draftsMustBeChecked, false)
  assert.ok(radius.themes.includes('th-01'))
  assert.deepEqual(radius.departments, ['general-window', 'shichang-jianguan', 'xiaofang-jiuyuan'])
})

test('publishing a version that asks for paper again names the paper and has drafts checked', () => {
  const materials = food.materials.map((material) => (material.name === '营业执照' ? { ...material, exempt: null } : material))
  const radius = blastRadius(food, { ...next, materials }, themes, items)
  assert.deepEqual(radius.newlyDemanded, ['营业执照'])
  assert.equal(radius.draftsMustBeChecked, true)
})

test('changing what issues the business licence reaches the items that use the licence instead of paper', () => {
  const registration = items.find((item) => item.itemKey === 'sc-01')
  assert.ok(registration)
  const users = blastRadius(registration, registration, themes, items).itemsUsingResult
  assert.ok(users.includes('sc-05'))
  assert.ok(!users.includes('sc-01'))
})
