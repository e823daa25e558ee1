import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'
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

test('E-02 whoever was served rates by grade and reasons, and only once', async () => {
  const { number } = await aSubmittedCase(office)
  const path = `/matters/${number}/rate`
  const { html } = await pages.get(path, owner)
  const service = /name="service" value="(\d+)"/.exec(html)?.[1] ?? assert.fail('nothing to rate')
  const form = await pages.get(`${path}?service=${service}&grade=5`, owner)
  const [reason] = reasonsOf(5)
  const fields = { service: hiddenField(form, 'service'), grade: hiddenField(form, 'grade'), key: hiddenField(form, 'key'), reasons: [reason?.value ?? ''], text: '办得快' }
  const filed = await pages.post(path, owner, fields)
  assert.equal(filed.location, path)
  const { items } = await office.call('evaluations.list-for-case', owner, { number })
  const rated = items.find((one) => String(one.serviceNumber) === service)
  assert.deepEqual([rated?.review?.grade, rated?.mayEvaluate], [5, false])
  assert.match((await pages.get(path, owner)).html, /非常满意/)
  const again = await pages.post(path, owner, { ...fields, key: crypto.randomUUID() })
  assert.ok(again.status >= 400)
  assert.match(again.html, /role="alert"/)
})

test('E-02 a rating with a reason of another grade comes back', async () => {
  const { number } = await aSubmittedCase(office)
  const path = `/matters/${number}/rate`
  const service = /name="service" value="(\d+)"/.exec((await pages.get(path, owner)).html)?.[1] ?? assert.fail('nothing to rate')
  const refused = await pages.post(path, owner, { service, grade: '1', reasons: [reasonsOf(5)[0]?.value ?? ''] })
  assert.ok(refused.status >= 400)
  assert.match(refused.html, /role="alert"/)
})
