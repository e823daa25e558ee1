import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readShippedCatalogue } from '../shipped.ts'
import { editions, findEdition, type Tables } from './edition.ts'
import { readItems } from './read-items.ts'
import { tablesOf } from './write-rows.ts'

const { items } = readShippedCatalogue(join(import.meta.dirname, '../../../../data/catalogue'))
const at = new Date('2026-09-07T09:00:00+08:00')

for (const edition of editions) {
  const tables = tablesOf(items, edition, at)

  test(`${edition.key}: what was exported comes back without an error, and every record is the one that left`, () => {
    const { items: read, errors, total } = readItems(edition, tables, items)
    assert.deepEqual(errors, [])
    assert.equal(total, items.length)
    assert.deepEqual(new Map(read.map(({ item }) => [item.itemKey, item])), new Map(items.map((item) => [item.itemKey, item])))
  })

  test(`${edition.key}: an office that knows nothing of the items reads the same rows and would report the same`, () => {
    const strangers = items.map((item) => ({ ...item, implementCode: 'X', itemKey: `other-${item.itemKey}` }))
    const { items: read, errors } = readItems(edition, tables, strangers)
    assert.deepEqual(errors, [])
    const dated = read.map(({ item }) => ({ ...item, state: 'PUBLISHED' as const, effectiveFrom: items[0]?.effectiveFrom ?? '2024-01-01' }))
    const again = tablesOf(dated, edition, at)
    for (const [name, rows] of Object.entries(tables)) assert.deepEqual(sorted(again[name]), sorted(rows), name)
  })
}

function sorted(rows: Tables[string] = []): Tables[string] {
  return rows.toSorted((a, b) => (String(a['row_guid']) < String(b['row_guid']) ? -1 : 1))
}

const [up] = editions
assert.ok(up)
const [first] = items.filter((item) => item.itemType === '01' && item.materials.length > 0)
assert.ok(first)
const good = tablesOf([first], up, at)
const basic = 'up_task_general_basic'

/** The file of one item with other cells in one of its tables. */
function changed(table: string, cells: Record<string, string | null>): Tables {
  return { ...good, [table]: (good[table] ?? []).map((row, place) => (place === 0 ? { ...row, ...cells } : row)) }
}

const faults: readonly (readonly [what: string, table: string, cells: Record<string, string | null>, rule: string, field: string])[] = [
  ['an empty required cell', basic, { task_name: null }, 'required', 'task_name'],
  ['a text beyond the length of the edition', basic, { link_way: '1'.repeat(257) }, 'length', 'link_way'],
  ['letters in a number', basic, { promise_day: '5天' }, 'integer', 'promise_day'],
  ['a day that does not exist', basic, { plan_effective_date: '2026-02-30 00:00:00' }, 'datetime', 'plan_effective_date'],
  ['a code outside its list', basic, { server_type: '1^8' }, 'code', 'server_type'],
  ['a column that the edition has not', basic, { colour: 'red' }, 'unknown-column', 'colour'],
  ['an implement code that does not end with the basic code', basic, { catalog_code: '000000000000' }, 'implement-code', 'task_code'],
  ['a material of an item that is not there', 'up_task_general_material', { task_code: 'NOBODY' }, 'orphan', 'task_code'],
]

for (const [what, table, cells, rule, field] of faults) {
  test(`${what} is refused with row, field, rule and edition`, () => {
    const { errors } = readItems(up, changed(table, cells), items)
    assert.deepEqual(errors.map((error) => [error.table, error.row, error.field, error.rule, error.edition]), [[table, 1, field, rule, 'national-up']])
    assert.doesNotMatch(errors[0]?.message ?? '{', /[{}]/)
  })
}

test('an item that stands twice in a file is refused the second time', () => {
  const twice = { ...good, [basic]: [...(good[basic] ?? []), ...(good[basic] ?? [])] }
  assert.deepEqual(readItems(up, twice, items).errors.map((error) => [error.row, error.rule]), [[2, 'twice']])
})

test('an item is known again by its code and not by its name, 当场 is 0, and only what differs is taken over', () => {
  const [read] = readItems(up, changed(basic, { task_name: '换了名字的事项', promise_day: '0', project_type: '1' }), items).items
  assert.ok(read)
  assert.deepEqual(read.item, { ...first, name: '换了名字的事项', promisedLimit: { value: 0, unit: 'WORKING_DAY' }, handlingKind: 'INSTANT' })
})

test('step names and days need not add up to the promise', () => {
  const [read] = readItems(up, changed(basic, { handle_flow: '受理^审查^决定^送达', promise_day: '7' }), items).items
  assert.deepEqual(read?.item.route.steps.map((step) => step.kind), ['ACCEPT', 'REVIEW', 'APPROVE', 'DELIVER'])
})

test('the edition is told by the names of the tables, and a mixture is not guessed', () => {
  assert.equal(findEdition(undefined, ['dn_task_public_basic'])?.key, 'national-down')
  assert.equal(findEdition(undefined, ['dn_task_public_basic', 'up_task_public_basic']), undefined)
  assert.equal(findEdition(undefined, ['something']), undefined)
})
