import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import { lintItem } from './rules/lint-item.ts'
import { readShippedCatalogue } from './shipped.ts'

const catalogue = readShippedCatalogue(join(import.meta.dirname, '../../../data/catalogue'))
const { items, themes, departments } = catalogue
const keys = new Set(items.map((item) => item.itemKey))

test('I-01 I-02 I-03 I-04 I-05 I-06 I-07 I-08 I-09 I-10 I-11 I-12 I-13 I-14 I-15 I-16 I-17 I-18 every shipped item passes the linter without an error', () => {
  const errors = items.flatMap((item) => {
    const otherVersions = items.filter((other) => other.itemKey === item.itemKey && other.version !== item.version)
    return lintItem(item, { ...catalogue, otherVersions })
      .filter((finding) => finding.severity === 'error')
      .map((finding) => ({ item: item.name, ...finding }))
  })
  assert.deepEqual(errors, [])
})

test('the catalogue ships the items and themes of a whole district', () => {
  assert.ok(items.length >= 240, `${items.length} items`)
  assert.ok(themes.length >= 30, `${themes.length} themes`)
  assert.equal(keys.size, items.length)
})

test('I-01 every department has a valid credit code of its own', () => {
  assert.deepEqual(
    departments.filter((department) => !checkCreditCode(department.creditCode).ok),
    [],
  )
  assert.equal(new Set(departments.map((department) => department.creditCode)).size, departments.length)
})

test('every step of every route is done by a department of the district or a general window', () => {
  const units = new Set(['general-window', ...departments.map((department) => department.key)])
  assert.deepEqual(
    items.flatMap((item) => item.route.steps.filter((step) => !units.has(step.unit)).map((step) => [item.name, step.unit])),
    [],
  )
})

test('themes and related items lead to items that exist, and each theme item knows its theme', () => {
  const named = themes.flatMap((theme) => [
    ...theme.steps.flatMap((step) => step.items.map((one) => one.item)),
    ...theme.conditionalItems,
    ...theme.questions.flatMap((question) => question.options.flatMap((option) => [...option.adds, ...option.removes])),
    ...theme.orderConstraints.flatMap((one) => [one.before, one.after]),
  ])
  assert.deepEqual(
    [...named, ...items.flatMap((item) => item.relatedItems)].filter((key) => !keys.has(key)),
    [],
  )
  for (const theme of themes) {
    for (const one of theme.steps.flatMap((step) => step.items))
      assert.ok(items.find((item) => item.itemKey === one.item)?.themes.includes(theme.key), `${theme.name} ${one.item}`)
  }
})

test('the papers that a theme merges bear the names that its items use', () => {
  const unknown = themes.flatMap((theme) =>
    theme.mergedMaterials.flatMap((merged) =>
      merged.members.filter(({ item, material }) => !items.find((one) => one.itemKey === item)?.materials.some((own) => own.name === material)),
    ),
  )
  assert.deepEqual(unknown, [])
})

test('I-16 the permit list and the basic catalogue agree with the items', () => {
  assert.deepEqual(
    catalogue.permitList.map((entry) => entry.basicCode).sort(),
    items
      .filter((item) => item.itemType === '01')
      .map((item) => item.basicCode)
      .sort(),
  )
  assert.deepEqual(new Set(catalogue.basicCatalogue.map((entry) => entry.basicCode)), new Set(items.map((item) => item.basicCode)))
  assert.equal(new Set(items.map((item) => item.basicCode)).size, items.length)
})

test('no text that people read still says that somebody has to verify it', () => {
  assert.deepEqual(
    items.filter((item) => JSON.stringify(item).includes('待核')).map((item) => item.name),
    [],
  )
})

test('the food licence asks, countersigns and ends as the walk-through needs it', () => {
  const food = items.find((item) => item.itemKey === 'sc-05')
  assert.ok(food)
  assert.deepEqual(
    food.scenarios.map((scenario) => scenario.key),
    ['handling', 'applicant-kind', 'business-form', 'online', 'cold-or-raw'],
  )
  const reviewers = food.route.steps.filter((step) => step.parallelGroup === 'review').map((step) => step.unit)
  assert.deepEqual(reviewers, ['shichang-jianguan', 'xiaofang-jiuyuan'])
  assert.deepEqual(
    food.specialProcedures.map((procedure) => [procedure.kind, procedure.stopsClock]),
    [
      ['SITE_CHECK', false],
      ['EXPERT_REVIEW', true],
      ['TESTING', true],
    ],
  )
  assert.deepEqual(food.result.validity.limit, { value: 5, unit: 'YEAR' })
  assert.deepEqual(food.promisedLimit, { value: 5, unit: 'WORKING_DAY' })
  assert.equal(food.implementCode.length, 31)
})
