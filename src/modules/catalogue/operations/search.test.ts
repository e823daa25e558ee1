import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { loadCatalogue } from '../../../city/load-catalogue.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
await loadCatalogue(office.app)

const listItems = (input: Parameters<typeof office.call<'catalogue.list-items'>>[2]) => office.call('catalogue.list-items', anonymous, input)

/** What people say, and words of the names of which one of the first three answers has at least one. */
const questions: readonly (readonly [q: string, fitting: RegExp])[] = [
  ['开饭店', /食品经营许可/],
  ['开理发店', /^公共场所卫生许可/],
  ['生孩子', /出生登记|生育登记|出生医学证明/],
  ['买房过户', /房屋买卖转移登记/],
  ['公积金', /公积金/],
  ['养老金', /基本养老金/],
  ['结婚', /结婚登记/],
  ['公司注册', /^企业设立登记/],
  ['装修', /消防验收|施工许可|装饰装修/],
  ['货车上路', /^道路货物运输经营许可/],
  ['卖烟', /烟草专卖零售/],
  ['用电报装', /^用电报装/],
]

for (const [q, fitting] of questions) {
  test(`the words ${q} find a fitting item among the first three`, async () => {
    const { items } = await listItems({ q, limit: 5 })
    const names = items.map((item) => item.name)
    assert.ok(names.slice(0, 3).some((name) => fitting.test(name)), names.join('; '))
  })
}

test('opening a restaurant leads to the food licence first or second', async () => {
  const { items } = await listItems({ q: '我想开饭店' })
  assert.ok(items.slice(0, 2).some((item) => item.name === '食品经营许可'))
})

test('every published item is found by its own name, and the first page holds it', async () => {
  const { rows } = await office.database.pool.query<{ name: string; implement_code: string }>('SELECT name, implement_code FROM item_versions')
  assert.ok(rows.length >= 240)
  const lost: string[] = []
  for (const { name, implement_code: code } of rows) {
    const { items } = await listItems({ q: name.slice(0, 200) })
    if (!items.some((item) => item.implementCode === code)) lost.push(name)
  }
  assert.deepEqual(lost, [])
})

test('turning the pages shows every item once, with words and without', async () => {
  for (const q of [undefined, '许可']) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listItems>> = await listItems({ q, limit: 30, ...(cursor === null ? {} : { cursor }) })
      seen.push(...page.items.map((item) => item.implementCode))
      cursor = page.nextCursor
    } while (cursor !== null)
    assert.equal(new Set(seen).size, seen.length)
    assert.ok(seen.length > (q === undefined ? 240 : 30), `${seen.length}`)
  }
})

test('filters keep the items of a department, a theme, an audience and a type', async () => {
  const { items } = await listItems({ department: 'shichang-jianguan', audience: 'organisation', itemType: '01', limit: 100 })
  assert.ok(items.length > 0)
  assert.ok(items.every((item) => item.department === 'shichang-jianguan' && item.itemType === '01'))
  const departments = await office.call('catalogue.list-departments', anonymous, {})
  assert.equal(departments.items.find((one) => one.key === 'shichang-jianguan')?.items, (await listItems({ department: 'shichang-jianguan', limit: 100 })).items.length)
  assert.equal(departments.items.reduce((sum, one) => sum + one.items, 0) >= 240, true)
})

test('hostile and empty words answer with a list or a refusal, never with a fault', async () => {
  for (const q of ["'; DROP TABLE items; --", '<script>alert(1)</script>', '', '   ', '？！。，', '%', '\\', "'", 'a:*&!|()', '\u0000', '\ud800', '长'.repeat(10_000), '我想办理']) {
    const answer = await listItems({ q }).catch((error: unknown) => error)
    assert.ok(answer instanceof Refusal || Array.isArray((answer as { items?: unknown }).items), `${q.slice(0, 20)}: ${String(answer)}`)
  }
  assert.equal((await listItems({ q: '' })).items.length, 20)
  assert.deepEqual((await listItems({ q: '？！。，' })).items, [])
  await assert.rejects(listItems({ q: '长'.repeat(10_000) }), { code: 'contract.invalid-input' })
})

test('a cursor that was not given out is refused', async () => {
  await assert.rejects(listItems({ cursor: "1'; --" }), { code: 'contract.invalid-input' })
})

test('a theme shows its items, and its neighbours are found from the list of themes', async () => {
  const { items } = await office.call('catalogue.list-themes', anonymous, { limit: 100 })
  assert.ok(items.length >= 30)
  for (const { key, itemCount } of items) {
    const theme = await office.call('catalogue.get-theme', anonymous, { key })
    assert.ok(theme.items.length >= itemCount, key)
  }
  await assert.rejects(office.call('catalogue.get-theme', anonymous, { key: 'no-such-theme' }), { code: 'catalogue.theme-unknown' })
})

test('a life event is found by what people say, the likeliest first', async () => {
  const found = async (q: string) => (await office.call('catalogue.list-themes', anonymous, { q })).items.map(({ name }) => name)
  assert.equal((await found('我想开个饭店'))[0], '我要开饭店')
  assert.equal((await found('生孩子'))[0], '出生一件事')
  assert.deepEqual(await found('zzzz'), [])
  assert.deepEqual(await found('办'), [])
})
