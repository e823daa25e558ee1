import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, clerk, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { aReviewedCase, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { statementsOf } from '#test/harness/count-statements.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

test('a command sends no more statements than the README says', async () => {
  const [person, window, approver] = [await personCaller(office, 'zhang-xiaomei'), await clerk(office), await approverOf(office, foodLicence.unit)]
  const [reviewer, countersigner] = [await reviewerOf(office, foodLicence.unit), await reviewerOf(office, foodLicence.countersigner)]
  await aReviewedCase(office)
  let number = ''
  const counted = {
    submit: await statementsOf(async () => {
      number = (await office.call('cases.submit-case', person, foodApplication())).number
    }),
    accept: await statementsOf(() => office.call('cases.accept-case', window, { number })),
    review: await statementsOf(() => office.call('cases.review-case', reviewer, { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })),
    lastReview: await statementsOf(() => office.call('cases.review-case', countersigner, { number, opinion: 'agree' })),
    decide: await statementsOf(() => office.call('cases.decide-case', approver, { number, result: 'approve' })),
  }
  const most = { submit: 18, accept: 19, review: 7, lastReview: 9, decide: 20 } as const
  for (const [command, statements] of Object.entries(counted)) {
    assert.ok(statements.length <= most[command as keyof typeof most], `${command} sends ${statements.length}:\n${statements.join('\n')}`)
    assert.equal(statements.filter((statement) => statement.startsWith('SELECT record_step')).length, 1, command)
  }
})
