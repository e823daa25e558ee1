import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { aPerson, serve, staffOf } from '#test/harness/served-persons.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const handler = await staffOf(office, 'HD0009')

let cases = 0
async function aBadReview(isAnonymous = false): Promise<string> {
  const person = await aPerson(office)
  const caseNumber = `RECTPAGE${String((cases += 1)).padStart(4, '0')}`
  await serve(office, { caseNumber, person, staffId: 'HD0017', unitId: 'fazhan-gaige' })
  const { rectificationNumber } = await office.call('evaluations.rate', person, { number: caseNumber, grade: 1, reasons: ['115'], text: '跑了三趟', anonymous: isAnonymous })
  return rectificationNumber ?? assert.fail('a bad review opens a rectification')
}

test('the queue shows every bad review with its clock, and the unit by its name', async () => {
  const number = await aBadReview()
  const { html } = await pages.get('/reviews', handler)
  assert.deepEqual(wordsOf(html, 'h1'), ['差评整改'])
  assert.match(html, new RegExp(`href="/reviews/${number}"`))
  assert.match(html, /非常不满意/)
  assert.doesNotMatch(html, /fazhan-gaige/)
})

test('E-02 the first contact is recorded on the page; without a result and a note it comes back with both asked for', async () => {
  const number = await aBadReview()
  const empty = await pages.post(`/reviews/${number}`, handler, { command: 'contact', 'contact-note': '' })
  assert.equal(empty.status, 400)
  assert.match(empty.html, /<a href="#contact-result">/)
  assert.match(empty.html, /<a href="#contact-note">/)
  const done = await pages.post(`/reviews/${number}`, handler, { command: 'contact', 'contact-result': 'reached', 'contact-note': '已经电话联系' })
  assert.equal(done.status, 303)
  assert.match((await pages.get(`/reviews/${number}`, handler)).html, /已经电话联系/)
})

test('E-06 a review without a name stays without one, and offers no contact', async () => {
  const number = await aBadReview(true)
  const { html } = await pages.get(`/reviews/${number}`, handler)
  assert.match(html, /匿名，不能查看是谁/)
  assert.doesNotMatch(html, /name="contact-result"/)
})

test('E-06 whoever was evaluated may read the review and is offered nothing to do', async () => {
  const number = await aBadReview()
  const { html } = await pages.get(`/reviews/${number}`, await staffOf(office, 'HD0017'))
  assert.match(html, /对你不可见/)
  assert.doesNotMatch(html, /<form/)
})
