import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, clerk, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { aReviewedCase, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { sentBy } from '#test/harness/count-statements.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

test('a command sends no more statements, and waits for the database no more often, than the README says', async () => {
  const [person, window, approver] = [await personCaller(office, 'zhang-xiaomei'), await clerk(office), await approverOf(office, foodLicence.unit)]
  const [reviewer, countersigner] = [await reviewerOf(office, foodLicence.unit), await reviewerOf(office, foodLicence.countersigner)]
  await aReviewedCase(office)
  let number = ''
  const counted = {
    submit: await sentBy(async () => {
      number = (await office.call('cases.submit-case', person, foodApplication())).number
    }),
    accept: await sentBy(() => office.call('cases.accept-case', window, { number })),
    review: await sentBy(() => office.call('cases.review-case', reviewer, { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })),
    lastReview: await sentBy(() => office.call('cases.review-case', countersigner, { number, opinion: 'agree' })),
    decide: await sentBy(() => office.call('cases.decide-case', approver, { number, result: 'approve' })),
  }
  const most = { submit: [14, 4], accept: [17, 4], review: [6, 3], lastReview: [8, 3], decide: [16, 4] } as const
  for (const [command, { statements, trips }] of Object.entries(counted)) {
    const [mostStatements, mostTrips] = most[command as keyof typeof most]
    assert.ok(statements.length <= mostStatements, `${command} sends ${statements.length} statements:\n${statements.join('\n')}`)
    assert.ok(trips <= mostTrips, `${command} waits ${trips} times`)
    assert.equal(statements.filter((statement) => statement.startsWith('SELECT record_step')).length, 1, command)
  }
})

test('a case is read in three trips, however much it shows', async () => {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  const { id: fileId } = await office.call('kernel.upload-file', await personCaller(office, 'zhang-xiaomei'), { name: '平面图.pdf', bytes })
  const { number } = await aReviewedCase(office, { materials: [{ material: 'm3', by: 'file', fileId }, { material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  const reviewer = await reviewerOf(office, foodLicence.unit)
  await office.call('cases.get-case', reviewer, { number })
  const { trips, statements } = await sentBy(() => office.call('cases.get-case', reviewer, { number }))
  assert.ok(trips <= 3, `it waits ${trips} times:\n${statements.join('\n')}`)
})
