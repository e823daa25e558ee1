import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { approverOf, clerk, headOf, reviewerOf } from '#test/harness/callers.ts'
import { aDecidedCase, aReviewedCase, aSubmittedCase, anAcceptedCase, caseAs, clockOf, eventOf, foodLicence, publishItem, routeWith, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => setTime(office, '2026-09-07'))

const approval = { key: 'approve', kind: 'APPROVE', role: 'approver', order: 5 } as const

interface Draw {
  readonly step: string
  readonly drawId: string
  readonly personId: string
}

async function drawsOf(number: string, command: string): Promise<readonly Draw[]> {
  return (await eventOf(office, number, command)).detail['draws'] as readonly Draw[]
}

test('C-11 the substance is checked by two officers of the unit, two different ones', async () => {
  const { number } = await anAcceptedCase(office)
  const reviewer = await reviewerOf(office, foodLicence.unit)
  const check = (officers: string[]): Promise<unknown> => office.call('cases.review-case', reviewer, { number, opinion: 'agree', officers })
  await assert.rejects(check([]), { code: 'cases.too-few-officers', details: { needed: 2, found: 1 } })
  await assert.rejects(check([reviewer.id, reviewer.id]), { code: 'cases.too-few-officers', details: { needed: 2, found: 1 } })
  await assert.rejects(check([reviewer.id, (await reviewerOf(office, foodLicence.countersigner)).id]), { code: 'cases.officer-not-of-unit' })
  await check([reviewer.id, (await reviewerOf(office, foodLicence.unit, 1)).id])
  assert.equal((await caseAs(office, law, number)).steps.find((step) => step.key === 'review')?.state, 'done')
})

test('C-15 whoever accepted a case is not drawn to review it and may not decide it, not even by transfer', async () => {
  const { number } = await aSubmittedCase(office)
  const approver = await approverOf(office, foodLicence.unit)
  const both = { ...(await clerk(office)), id: approver.id, roles: [...approver.roles, ...(await clerk(office)).roles] }
  await office.call('cases.accept-case', both, { number })
  const officers = ['HD0076', 'HD0077']
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers })
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.countersigner), { number, opinion: 'agree' })
  assert.deepEqual((await drawsOf(number, 'review')).map((draw) => draw.personId), [(await approverOf(office, foodLicence.unit, 1)).id])
  await assert.rejects(office.call('cases.decide-case', both, { number, result: 'approve' }), { code: 'cases.not-yours' })
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit, 1), { number, result: 'approve' })

  const next = await anAcceptedCase(office)
  await assert.rejects(office.call('cases.transfer-case', await headOf(office, foodLicence.unit), { number: next.number, step: 'review', personId: (await clerk(office)).id, reason: '休假' }), { code: 'cases.acceptor-may-not-decide' })
})

test('C-15 the reviewer is drawn among the unit’s own, and anybody can replay the draw', async () => {
  const { number } = await anAcceptedCase(office)
  const draws = await drawsOf(number, 'accept')
  assert.deepEqual(draws.map((draw) => draw.step), ['opinion-xiaofang-jiuyuan', 'review'])
  for (const draw of draws) {
    const replayed = await office.call('kernel.replay-draw', law, { id: draw.drawId })
    assert.equal(replayed.replays, true)
    assert.deepEqual(replayed.transcript.selected, [draw.personId])
  }
  const steps = (await caseAs(office, law, number)).steps
  assert.deepEqual(draws.map((draw) => draw.personId).toSorted(), steps.flatMap((step) => step.personId ?? []).toSorted())
})

test('C-22 parallel departments receive at one instant, the approver when the last opinion arrives', async () => {
  const { number } = await anAcceptedCase(office)
  const opened = (await caseAs(office, law, number)).steps.map((step) => [step.unitId, step.openedAt])
  assert.deepEqual(opened, [['xiaofang-jiuyuan', '2026-09-07T09:00:00+08:00'], ['shichang-jianguan', '2026-09-07T09:00:00+08:00'], ['shichang-jianguan', null]])
  setTime(office, '2026-09-08', '10:00')
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.countersigner), { number, opinion: 'agree' })
  setTime(office, '2026-09-09', '15:00')
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  assert.equal((await caseAs(office, law, number)).steps.at(-1)?.openedAt, '2026-09-09T15:00:00+08:00')
})

test('C-22 a department in sequence receives when the result of the one before it arrives', async () => {
  const code = await publishItem(office, 1, { route: routeWith({ key: 'first', unit: 'weisheng-jiankang', countersign: true, order: 2 }, { key: 'second', unit: 'xiaofang-jiuyuan', countersign: true, order: 3 }, approval) })
  const { number } = await anAcceptedCase(office, { implementCode: code })
  await assert.rejects(office.call('cases.review-case', await reviewerOf(office, 'xiaofang-jiuyuan'), { number, opinion: 'agree' }), { code: 'cases.not-yours' })
  setTime(office, '2026-09-09', '11:30')
  await office.call('cases.review-case', await reviewerOf(office, 'weisheng-jiankang'), { number, opinion: 'agree' })
  const steps = (await caseAs(office, law, number)).steps
  assert.deepEqual(steps.map((step) => [step.key, step.state, step.openedAt]), [
    ['first', 'done', '2026-09-07T09:00:00+08:00'],
    ['second', 'open', '2026-09-09T11:30:00+08:00'],
    ['approve', 'waiting', null],
  ])
})

test('C-35 at most two sign to close a case, whoever handled it and the chief representative', async () => {
  const code = await publishItem(office, 2, { route: routeWith({ key: 'first' }, { key: 'second', order: 3 }, { key: 'third', order: 4 }, approval) })
  const { number } = await anAcceptedCase(office, { implementCode: code })
  for (const key of ['first', 'second', 'third']) await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, step: key, opinion: 'agree' })
  const approver = await approverOf(office, foodLicence.unit)
  await office.call('cases.decide-case', approver, { number, result: 'approve' })
  const handler = (await caseAs(office, law, number)).steps.find((step) => step.key === 'third')?.personId
  assert.deepEqual((await eventOf(office, number, 'decide')).detail['signatures'], [{ staffId: handler, capacity: 'handler' }, { staffId: approver.id, capacity: 'chiefRepresentative' }])
})

test('each step has the item’s internal limit as its own clock, ended by the opinion', async () => {
  const { number } = await anAcceptedCase(office)
  const running = await clockOf(office, number, 'step:review')
  assert.deepEqual([running.purpose, running.dueDay, running.end], ['internal', '2026-09-10', null])
  setTime(office, '2026-09-08', '10:00')
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  assert.deepEqual((await clockOf(office, number, 'step:review')).end, { kind: 'satisfied', at: '2026-09-08T10:00:00+08:00', reason: null })
  assert.equal((await clockOf(office, number, 'step:opinion-xiaofang-jiuyuan')).end, null)
})

test('a head passes an open step to a colleague; the queue shows it to him and to nobody else as his own', async () => {
  const { number } = await anAcceptedCase(office)
  const drawn = (await caseAs(office, law, number)).steps.find((step) => step.key === 'review')?.personId
  const others = await Promise.all([0, 1, 2, 3].map((place) => reviewerOf(office, foodLicence.unit, place)))
  const colleague = others.find((one) => one.id !== drawn)
  assert.ok(colleague)
  await office.call('cases.transfer-case', await headOf(office, foodLicence.unit), { number, step: 'review', personId: colleague.id, reason: '承办人休假' })
  const mine = await office.call('cases.list-queue', colleague, { mine: 'true' })
  const line = mine.items.find((one) => one.number === number && one.task === 'step:review')
  assert.deepEqual([line?.stopped, line?.overdue, line?.clock], [false, false, { used: 0, budget: 5, unit: 'WORKING_DAY' }])
  assert.equal(line?.dueOn, (await caseAs(office, law, number)).dueOn)
})

test('an opinion that does not agree gives its reasons, and the decision that overrules it too', async () => {
  const { number } = await anAcceptedCase(office)
  const countersigner = await reviewerOf(office, foodLicence.countersigner)
  await assert.rejects(office.call('cases.review-case', countersigner, { number, opinion: 'disagree' }), { code: 'cases.reasons-missing' })
  await office.call('cases.review-case', countersigner, { number, opinion: 'disagree', text: '疏散通道不足' })
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  const approver = await approverOf(office, foodLicence.unit)
  await assert.rejects(office.call('cases.decide-case', approver, { number, result: 'approve' }), { code: 'cases.opinion-against', details: { units: ['xiaofang-jiuyuan'] } })
  const decided = await office.call('cases.decide-case', approver, { number, result: 'approve', overruling: '已按要求增设疏散通道' })
  assert.equal(decided.outcome, 'approved')
})

test('the applicant sees who has the case but no names and no opinions', async () => {
  const { number, person } = await aReviewedCase(office)
  const seen = await caseAs(office, person, number)
  assert.ok(seen.steps.every((step) => step.personId === null && step.opinion === null && step.text === null))
  assert.ok(seen.events.every((event) => !event.actor.includes(':')))
  const decided = await aDecidedCase(office)
  assert.deepEqual((await caseAs(office, decided.person, decided.number)).commands, [])
})
