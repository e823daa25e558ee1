import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, type PersonCaller } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { aDecidedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { makeReviewHandler, serve, staffOf } from '#test/harness/served-persons.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const unitId = 'fazhan-gaige'
const handler = await makeReviewHandler(office, 'HD0018', unitId)
const evaluated = await makeReviewHandler(office, 'HD0017', unitId)
const head = await staffOf(office, 'HD0015')
const citizen = await personCaller(office, 'zhang-xiaomei')

let cases = 0
async function aBadReview(isAnonymous = false, person: PersonCaller = citizen): Promise<{ number: string; caseNumber: string }> {
  const caseNumber = `CONTACTPAGE${String((cases += 1)).padStart(4, '0')}`
  await serve(office, { caseNumber, person, staffId: evaluated.id, unitId })
  const { rectificationNumber } = await office.call('evaluations.rate', person, { number: caseNumber, grade: 1, reasons: ['115'], anonymous: isAnonymous })
  return { number: rectificationNumber ?? assert.fail('a bad review opens a rectification'), caseNumber }
}

test('E-02 who handles a named review reads name and telephone for a purpose, and the evaluator sees who looked', async () => {
  const { number } = await aBadReview()
  const before = await pages.get(`/reviews/${number}`, handler)
  assert.match(before.html, /name="purpose"/)
  assert.doesNotMatch(before.html, /张晓梅|1\d{10}/)
  const read = await pages.post(`/reviews/${number}`, handler, { command: 'read-contact', purpose: 'contact' })
  assert.equal(read.status, 200)
  assert.match(read.html, /张晓梅/)
  assert.match(read.html, /href="tel:1\d{10}"/)
  assert.doesNotMatch(read.html, /11010519491231002X/)
  const { items } = await office.call('subjects.list-unmaskings', citizen, {})
  assert.deepEqual(items.filter(({ matterNumber }) => matterNumber === number).map(({ actor, purpose }) => [actor, purpose]), [[`staff:${handler.id}`, 'contact']])
  const unsaid = await pages.post(`/reviews/${number}`, handler, { command: 'read-contact', purpose: '' })
  assert.equal(unsaid.status, 400)
  assert.doesNotMatch(unsaid.html, /张晓梅/)
})

test('E-02 who gave a named review with the query code of the receipt is called too', async () => {
  const caseNumber = 'CONTACTPAGECODE1'
  await serve(office, { caseNumber, person: citizen, staffId: evaluated.id, unitId, queryCode: 'K7Q4M3' })
  const { rectificationNumber } = await office.call('evaluations.rate', anonymous, { number: caseNumber, grade: 1, reasons: ['115'], queryCode: 'K7Q4M3' })
  const read = await pages.post(`/reviews/${rectificationNumber}`, handler, { command: 'read-contact', purpose: 'contact' })
  assert.match(read.html, /张晓梅/)
})

test('E-06 behind an anonymous review stands nobody to call: the page says so, and no purpose opens it', async () => {
  const { number } = await aBadReview(true)
  const { html } = await pages.get(`/reviews/${number}`, handler)
  assert.match(html, /匿名评价，没有可以联系的人/)
  assert.doesNotMatch(html, /name="purpose"/)
  const asked = await pages.post(`/reviews/${number}`, handler, { command: 'read-contact', purpose: 'contact' })
  assert.equal(asked.status, 303)
  await assert.rejects(office.call('subjects.unmask', handler, { id: citizen.id, purpose: 'contact', matterNumber: number }), { code: 'subjects.unknown' }, 'nor is it told whether it was this person')
})

test('E-06 neither the evaluated nor the head of the unit is offered the contact', async () => {
  const { number } = await aBadReview()
  for (const caller of [evaluated, head]) {
    assert.doesNotMatch((await pages.get(`/reviews/${number}`, caller)).html, /name="purpose"/)
    assert.equal((await pages.post(`/reviews/${number}`, caller, { command: 'read-contact', purpose: 'contact' })).status, 303)
  }
})

test('E-06 the number of the case of an anonymous review is known to the office and the supervisors, not to the unit', async () => {
  const { number, caseNumber } = await aBadReview(true)
  const shown = async (staffId: string) => (await office.call('evaluations.get-rectification', await staffOf(office, staffId), { number })).service
  for (const staffId of [handler.id, head.id, evaluated.id]) {
    const { caseNumber: seen, serviceNumber } = await shown(staffId)
    assert.deepEqual([seen, serviceNumber], [null, null], staffId)
  }
  for (const staffId of ['HD0009', 'HD0013']) assert.equal((await shown(staffId)).caseNumber, caseNumber, staffId)
})

test('whoever handles a named review opens its case without its papers while it is open, and the page leads there only whom it lets in', async () => {
  const { number, person } = await aDecidedCase(office)
  await serve(office, { caseNumber: number, person, kind: 'consult', staffId: evaluated.id, unitId })
  await assert.rejects(office.call('cases.get-case', handler, { number }), { code: 'cases.unknown' })
  const { rectificationNumber } = await office.call('evaluations.rate', person, { number, grade: 1, reasons: ['115'] })
  assert.ok(rectificationNumber)
  const seen = await office.call('cases.get-case', handler, { number })
  assert.deepEqual([seen.documents, seen.commands, seen.evidence.filter(({ fileId }) => fileId !== null), seen.formMasked], [[], [], [], true])
  assert.equal((await pages.get(`/supervision/cases/${number}`, handler)).status, 200)
  assert.match((await pages.get(`/reviews/${rectificationNumber}`, handler)).html, new RegExp(`href="/supervision/cases/${number}"`))
  for (const caller of [evaluated, await staffOf(office, 'HD0019')]) await assert.rejects(office.call('cases.get-case', caller, { number }), { code: 'cases.unknown' })
  assert.doesNotMatch((await pages.get(`/reviews/${rectificationNumber}`, head)).html, /href="\/supervision\/cases/)
  await office.call('evaluations.find-invalid', await staffOf(office, 'HD0009'), { number: rectificationNumber, ground: 'untrue', reason: '录像与评价不符' })
  await assert.rejects(office.call('cases.get-case', handler, { number }), { code: 'cases.unknown' })
})
