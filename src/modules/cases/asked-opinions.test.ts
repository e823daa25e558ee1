import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, clerk, headOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aReviewedCase, aSubmittedCase, caseAs, clockOf, eventOf, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { unit, countersigner } = foodLicence
const reviewer = await reviewerOf(office, unit)
const approver = await approverOf(office, unit)
const other = 'chengshi-guanli'

test('an opinion that is returned opens again for the same officer, and the decision waits for the new one', async () => {
  const { number } = await aReviewedCase(office)
  const before = (await caseAs(office, approver, number)).steps.find(({ key }) => key === 'review')
  await office.call('cases.return-case', approver, { number, step: 'review', reason: '没有写明现场核查的面积' })
  const { steps, requests, state } = await caseAs(office, approver, number)
  const step = steps.find(({ key }) => key === 'review')
  assert.deepEqual([state, step?.state, step?.opinion, step?.personId], ['inReview', 'open', null, before?.personId])
  assert.deepEqual(requests.map(({ step: key, kind, text }) => [key, kind, text]), [['review', 'return', '没有写明现场核查的面积']])
  await assert.rejects(office.call('cases.decide-case', approver, { number, result: 'approve' }), { message: 'cases.reviews-open' })
  await office.call('cases.review-case', reviewer, { number, opinion: 'agree', text: '面积已补', officers: ['HD0076', 'HD0077'] })
  assert.equal((await office.call('cases.decide-case', approver, { number, result: 'approve' })).state, 'decided')
})

test('returning an opinion does not stop the clock of the law, and the ledger tells which opinion it was', async () => {
  setTime(office, '2026-09-07')
  const { number } = await aReviewedCase(office)
  const due = (await clockOf(office, number, 'legal-decision')).dueDay
  setTime(office, '2026-09-09')
  await office.call('cases.return-case', approver, { number, step: 'review', reason: '理由不足' })
  const clock = await clockOf(office, number, 'legal-decision')
  assert.deepEqual([clock.dueDay, clock.usage.used], [due, 2])
  const { detail } = await eventOf(office, number, 'return')
  assert.deepEqual([detail['opinion'], JSON.stringify(detail).includes('理由不足')], ['agree', false])
  setTime(office, '2026-09-07')
})

test('what is not done cannot be returned, and nobody but an approver of the deciding unit returns', async () => {
  const { number } = await anAcceptedCase(office)
  await assert.rejects(office.call('cases.return-case', approver, { number, step: 'review', reason: '再查' }), { message: 'cases.step-not-done' })
  const reviewed = await aReviewedCase(office)
  await assert.rejects(office.call('cases.return-case', reviewer, { number: reviewed.number, step: 'review', reason: '再查' }), { message: 'contract.not-permitted' })
  await assert.rejects(office.call('cases.return-case', await approverOf(office, other), { number: reviewed.number, step: 'review', reason: '再查' }), { message: 'cases.unknown' })
})

test('a unit that the route does not know is asked to countersign: an officer is drawn, sees the question, and the decision waits', async () => {
  const { number } = await aReviewedCase(office)
  await office.call('cases.ask-countersign', approver, { number, unitId: other, question: '该处是否属于违法建设？' })
  const asked = await reviewerOf(office, other)
  const { steps, requests } = await caseAs(office, asked, number)
  const step = steps.find(({ key }) => key === `asked-${other}`)
  assert.deepEqual([step?.state, step?.countersign, requests[0]?.text], ['open', true, '该处是否属于违法建设？'])
  assert.ok(step?.personId)
  assert.ok((await office.call('cases.list-queue', asked, {})).items.some((line) => line.number === number))
  await assert.rejects(office.call('cases.decide-case', approver, { number, result: 'approve' }), { message: 'cases.reviews-open' })
  await office.call('cases.review-case', asked, { number, opinion: 'agree', text: '不属于' })
  assert.equal((await office.call('cases.decide-case', approver, { number, result: 'approve' })).state, 'decided')
})

test('a unit is asked once, and one that reviews anyway is not asked at all', async () => {
  const { number } = await anAcceptedCase(office)
  await assert.rejects(office.call('cases.ask-countersign', reviewer, { number, unitId: countersigner, question: '消防是否合格？' }), { message: 'cases.unit-already-asked' })
  await office.call('cases.ask-countersign', reviewer, { number, unitId: other, question: '是否占道？' })
  await assert.rejects(office.call('cases.ask-countersign', reviewer, { number, unitId: other, question: '是否占道？' }), { message: 'cases.unit-already-asked' })
})

test('the applicant learns neither question nor reason', async () => {
  const { number, person } = await aReviewedCase(office)
  await office.call('cases.return-case', approver, { number, step: 'review', reason: '内部理由' })
  assert.doesNotMatch(JSON.stringify(await caseAs(office, person, number)), /内部理由/)
})

test('colleagues see who has a case open and since when; after a quarter of an hour without a sign he has left', async () => {
  setTime(office, '2026-09-07', '10:00')
  const { number } = await anAcceptedCase(office)
  assert.deepEqual((await office.call('cases.note-opening', reviewer, { number })).others, [])
  setTime(office, '2026-09-07', '10:05')
  const { others, version } = await office.call('cases.note-opening', approver, { number })
  assert.deepEqual(others, [{ name: reviewer.name, since: '2026-09-07T10:00:00+08:00' }])
  setTime(office, '2026-09-07', '10:16')
  assert.deepEqual((await office.call('cases.note-opening', approver, { number })).others, [])
  const { events } = await office.call('cases.get-case-ledger', approver, { number })
  assert.equal(events.length, version, 'the ledger knows nothing of it')
})

test('an open page keeps nobody from the case', async () => {
  const { number } = await anAcceptedCase(office)
  await office.call('cases.note-opening', approver, { number })
  const answer = await office.call('cases.review-case', reviewer, { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  assert.equal(answer.state, 'inReview')
})

test('a foreign case has no openings to look at', async () => {
  const { number } = await anAcceptedCase(office)
  await assert.rejects(office.call('cases.note-opening', await reviewerOf(office, 'fazhan-gaige'), { number }), { message: 'cases.unknown' })
})

test('only what is closed waits for the archive, the longest closed first', async () => {
  const archivist = await staffCaller(office, 'HD0012')
  setTime(office, '2026-09-10')
  const { number, person } = await aSubmittedCase(office)
  assert.ok(!(await office.call('cases.list-archivable', archivist, {})).items.some((line) => line.number === number))
  await office.call('cases.withdraw-case', person, { number, reason: '计划有变' })
  assert.ok((await office.call('cases.list-archivable', archivist, {})).items.some((line) => line.number === number))
  await office.call('cases.archive-case', archivist, { number })
  const archived = await office.call('cases.list-archivable', archivist, { archived: 'true' })
  assert.deepEqual([archived.items.at(-1)?.number, (await office.call('cases.list-archivable', archivist, {})).items.some((line) => line.number === number)], [number, false])
})

test('the queue says what may be done with several: receive at the window, pass on, and agree only where one officer suffices (C-11)', async () => {
  setTime(office, '2026-09-07')
  const submitted = await aSubmittedCase(office)
  const accepted = await anAcceptedCase(office)
  const lineOf = async (caller: Parameters<typeof caseAs>[1], number: string) => (await office.call('cases.list-queue', caller, { limit: 100 })).items.find((line) => line.number === number)?.inBulk
  assert.deepEqual(await lineOf(await clerk(office), submitted.number), ['receive'])
  assert.deepEqual(await lineOf(reviewer, accepted.number), ['transfer'])
  assert.deepEqual(await lineOf(await reviewerOf(office, countersigner), accepted.number), ['agree', 'transfer'])
})

test('the head sees the open tasks of the whole unit, those of other units not', async () => {
  setTime(office, '2026-09-07')
  const { number } = await anAcceptedCase(office)
  const { items } = await office.call('cases.list-queue', await headOf(office, unit), { limit: 100 })
  assert.deepEqual(items.filter((line) => line.number === number).map((line) => line.unitId), [unit])
})
