import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, clerk, reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, caseAs, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

test('staff see names, numbers and phones of the form masked; the applicant sees his own', async () => {
  const { number, person } = await anAcceptedCase(office)
  const masked = await caseAs(office, await reviewerOf(office, foodLicence.unit), number)
  assert.equal(masked.formMasked, true)
  assert.deepEqual([masked.form['applicantName'], masked.form['applicantId'], masked.form['contactPhone']], ['张**', '110105********002X', '138****0001'])
  assert.deepEqual([masked.form['shopName'], masked.form['siteAddress']], ['小梅小吃店', '花都区新华街示例路1号'])
  assert.equal((await caseAs(office, person, number)).form['applicantId'], '11010519491231002X')
})

test('whoever opens the form without masks states why, and the applicant sees who looked', async () => {
  const { number, person } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const { form } = await office.call('cases.read-form', reviewer, { number, purpose: 'check' })
  assert.equal(form['applicantId'], '11010519491231002X')
  const { items } = await office.call('subjects.list-unmaskings', person, {})
  assert.ok(items.some((look) => JSON.stringify(look).includes('check')))
  await assert.rejects(office.call('cases.read-form', await approverOf(office, 'fazhan-gaige'), { number, purpose: 'check' }), { code: 'cases.unknown' })
  assert.ok((await office.call('cases.read-form', await clerk(office), { number, purpose: 'contact' })).form)
})
