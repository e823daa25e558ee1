import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { approverOf, clerk, reviewerOf } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase, caseAs, foodLicence, giveOpinions } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

test('an application goes from the portal through window, two departments and decision to a certificate that anyone can verify', async () => {
  const { number, person, queryCode, state } = await aSubmittedCase(office)
  assert.equal(state, 'submitted')
  assert.match(number, /^11440114MB2C00144C4440114005000\d{8}\d{4}$/)

  const accepted = await office.call('cases.accept-case', await clerk(office), { number })
  assert.equal(accepted.state, 'inReview')
  assert.deepEqual(accepted.documents.map((document) => document.kind), ['acceptanceVoucher'])
  assert.equal(accepted.dueOn, '2026-09-14')

  await giveOpinions(office, number)
  const decided = await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number, result: 'approve' })
  assert.equal(decided.state, 'decided')
  assert.ok(decided.certificate)

  const verified = await office.call('certificates.verify', anonymous, { identifier: decided.certificate })
  assert.equal(verified.valid, true)
  assert.equal(verified.signatureValid, true)
  assert.equal(verified.typeName, '食品经营许可证')

  await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
  const delivered = await office.call('cases.deliver-case', await clerk(office), { number })
  assert.equal(delivered.state, 'delivered')

  const progress = await office.call('cases.get-progress', anonymous, { number, code: queryCode })
  assert.deepEqual(progress.steps.map((step) => step.state), ['submitted', 'inReview', 'decided', 'issued', 'delivered'])
  const seen = await caseAs(office, person, number)
  assert.equal(seen.onTime, true)
  assert.equal(seen.certificate, decided.certificate)
})

test('C-08 C-09 an expert review stops the clock and the due date moves by its working days', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  office.clock.set(new Date('2026-09-08T10:00:00+08:00'))
  const stopped = await office.call('cases.suspend-case', reviewer, { number, cause: 'expertReview', reason: '生食加工工艺需要论证', limit: { value: 10, unit: 'WORKING_DAY' } })
  assert.equal(stopped.state, 'suspended')
  assert.equal(stopped.dueOn, null)
  office.clock.set(new Date('2026-09-15T10:00:00+08:00'))
  const resumed = await office.call('cases.resume-case', reviewer, { number, result: '通过' })
  // Left out: 8, 9, 10, 11, 14 September, five working days; 20 September is a Sunday that is worked.
  assert.equal(resumed.dueOn, '2026-09-20')
})

test('a command that the state does not allow is refused with the commands that are allowed', async () => {
  const { number } = await aDecidedCase(office)
  await assert.rejects(office.call('cases.accept-case', await clerk(office), { number }), { code: 'lifecycle.command-not-allowed', details: { state: 'decided', command: 'accept', allowed: ['issue'] } })
})
