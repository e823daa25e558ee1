import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { reasonsOf } from './text.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const owner = await personCaller(office, 'zhang-xiaomei')
after(async () => {
  await pages.close()
  await office.close()
})

test('ratings are public, and without any there is no share', async () => {
  const { status, html } = await pages.get('/ratings')
  assert.equal(status, 200)
  assert.match(html, /<h1>大家的评价<\/h1>/)
  assert.match(html, /还没有评价/)
  assert.doesNotMatch(html, /%/)
})

test('nobody rates a case in which he was not served', async () => {
  assert.equal((await pages.get('/matters/11440114MB2C00144C4440114005000202609070001/rate', owner)).status, 404)
})

test('E-02 the reasons offered are those of the grade', () => {
  assert.deepEqual([1, 2, 3, 4, 5].map((grade) => reasonsOf(grade).length), [8, 8, 8, 8, 8])
  assert.ok(reasonsOf(1).every(({ value }) => value.startsWith('1')))
})
