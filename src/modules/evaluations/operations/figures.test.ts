import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aPerson, makeReviewHandler, serve, staffOf } from '#test/harness/served-persons.ts'
import { inviteUnevaluatedJob } from '../jobs.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

const reviewing = await staffOf(office, 'HD0009')
const september = { from: '2026-09-01', to: '2026-09-30' } as const
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

let cases = 0
async function aReview(grade: number, more: { readonly unitId?: string; readonly text?: string; readonly anonymous?: boolean } = {}): Promise<string> {
  const person = await aPerson(office)
  const number = `FIGU${String((cases += 1)).padStart(6, '0')}`
  await serve(office, { caseNumber: number, person, unitId: more.unitId ?? 'shuiwu' })
  return (await office.call('evaluations.rate', person, { number, grade, text: more.text, anonymous: more.anonymous ?? false })).reviewId
}

test('E-09 satisfaction is the count of grades from 3 over the count of valid reviews, and never a bare percentage', async () => {
  for (const grade of [5, 5, 4, 3, 2, 1]) await aReview(grade)
  await aReview(5, { unitId: 'qixiang' })
  const { total, units } = await office.call('evaluations.get-figures', anonymous, september)
  assert.deepEqual(total, { satisfied: 5, valid: 7, excluded: 0, grades: [1, 1, 1, 1, 3] })
  assert.deepEqual(units.map(({ unitId, satisfied, valid }) => [unitId, satisfied, valid]), [['qixiang', 1, 1], ['shuiwu', 4, 6]])
  const one = await office.call('evaluations.get-figures', anonymous, { ...september, unitId: 'qixiang' })
  assert.deepEqual([one.total.satisfied, one.total.valid], [1, 1])
  const before = await office.call('evaluations.get-figures', anonymous, { from: '2026-08-01', to: '2026-08-31' })
  assert.deepEqual([before.total.satisfied, before.total.valid, before.units], [0, 0, []])
})

test('E-08 an excluded review keeps its record, reviewer and reason, and enters no ratio', async () => {
  const before = await office.call('evaluations.get-figures', anonymous, september)
  const reviewId = await aReview(5, { text: '刷好评' })
  const number = `FIGU${String(cases).padStart(6, '0')}`
  const bad = await aReview(1)
  await office.call('evaluations.exclude-review', reviewing, { reviewId, ground: 'empty', reason: '无实际内容' })
  await office.call('evaluations.exclude-review', reviewing, { reviewId: bad, ground: 'malicious', reason: '同一人反复差评' })
  const { total } = await office.call('evaluations.get-figures', anonymous, september)
  assert.deepEqual({ ...total, excluded: 0 }, { ...before.total, excluded: 0 })
  assert.equal(total.excluded, 2)
  const [kept] = (await office.call('evaluations.list-for-case', reviewing, { number })).items
  assert.deepEqual([kept?.review?.grade, kept?.review?.text, kept?.review?.excluded], [5, '刷好评', true])
  assert.deepEqual(kept?.review?.exclusion, { ground: 'empty', excludedAt: '2026-09-07T09:00:00+08:00', reviewer: 'staff:HD0009', reason: '无实际内容' })
  await assert.rejects(office.call('evaluations.exclude-review', reviewing, { reviewId, ground: 'empty', reason: '再来一次' }), refused('evaluations.already-excluded'))
  await assert.rejects(office.call('evaluations.exclude-review', await staffOf(office, 'HD0013'), { reviewId: bad, ground: 'empty', reason: '监察不改' }), refused('contract.not-permitted'))
})

test('E-08 reviews and exclusions cannot be changed or removed by the application', async () => {
  for (const act of ['UPDATE service_reviews SET grade = 5', 'DELETE FROM service_reviews', 'DELETE FROM review_exclusions', 'UPDATE service_events SET happened_at = now()', 'DELETE FROM rectification_notes', 'DELETE FROM rectifications']) {
    await assert.rejects(office.database.pool.query(act), /permission denied/)
  }
})

test('the public list shows valid reviews and replies, newest first, with no name, case, member of staff or number', async () => {
  const hidden = await aReview(4, { text: '无效' })
  await office.call('evaluations.exclude-review', reviewing, { reviewId: hidden, ground: 'empty', reason: '空' })
  const shown = await aReview(3, { text: '请回电 138 0000 1234，身份证44011419900101123X' })
  const { items, nextCursor } = await office.call('evaluations.list-public', anonymous, { limit: 1 })
  assert.deepEqual(items.map(({ id, text, day }) => [id, text, day]), [[shown, '请回电 ****，身份证****', '2026-09-07']])
  const rest = await office.call('evaluations.list-public', anonymous, { limit: 100, cursor: nextCursor ?? undefined })
  assert.ok(rest.items.every(({ id }) => id !== shown && id !== hidden))
  assert.deepEqual(Object.keys(items[0] ?? {}).toSorted(), ['anonymous', 'day', 'grade', 'id', 'itemName', 'kind', 'reasons', 'reply', 'text', 'unitId'])
})

test('where the city decided so, the words of a bad review wait for the reply of the unit; its grade does not, and no other review waits', async () => {
  const handler = await makeReviewHandler(office, 'HD0018', 'fazhan-gaige')
  const praise = await aReview(4, { text: '窗口很耐心' })
  const complaint = await aReview(2, { text: '跑了三趟', unitId: 'fazhan-gaige' })
  const shown = async (now?: Date) => (await office.call('evaluations.list-public', anonymous, { limit: 2 }, now === undefined ? {} : { now })).items.map((item) => [item.id, item.grade, item.text, item.reply])
  assert.deepEqual(await shown(), [[complaint, 2, '跑了三趟', null], [praise, 4, '窗口很耐心', null]])
  const change = { key: 'evaluations.texts-shown', value: 'withReply', validFrom: '2026-09-08', reason: '与回复一并公开', document: '穗花政数〔2026〕12号' } as const
  await office.call('kernel.change-setting', await staffOf(office, 'HD0011'), change)
  const now = new Date('2026-09-08T09:00:00+08:00')
  assert.deepEqual(await shown(now), [[complaint, 2, null, null], [praise, 4, '窗口很耐心', null]])
  const { items } = await office.call('evaluations.list-rectifications', handler, {})
  const number = items[0]?.number ?? ''
  await office.call('evaluations.record-contact', handler, { number, result: 'reached', note: '已电话核实' }, { now })
  await office.call('evaluations.verify-review', handler, { number, finding: 'clear', note: '情况属实' }, { now })
  await office.call('evaluations.rectify-cause', handler, { number, measure: '重新培训', reply: '已改为一次告知，向您致歉' }, { now })
  assert.deepEqual((await shown(now))[0], [complaint, 2, '跑了三趟', '已改为一次告知，向您致歉'])
})

test('E-07 a closed case that nobody evaluated is invited on the third day after, once', async () => {
  const invite = (day: string) => office.call('evaluations.invite-unevaluated', law, {}, { now: new Date(`${day}T09:30:00+08:00`) })
  const [person, rated, open] = [await aPerson(office), await aPerson(office), await aPerson(office)]
  const evening = new Date('2026-09-07T17:59:00+08:00')
  await serve(office, { caseNumber: 'INVITE-1', person, kind: 'submit' })
  await serve(office, { caseNumber: 'INVITE-1', person, kind: 'close', at: evening })
  await serve(office, { caseNumber: 'INVITE-2', person: rated, kind: 'submit' })
  await serve(office, { caseNumber: 'INVITE-2', person: rated, kind: 'close', at: evening })
  await office.call('evaluations.rate', rated, { number: 'INVITE-2', grade: 5, serviceNumber: 1 })
  await serve(office, { caseNumber: 'INVITE-3', person: open, kind: 'submit' })
  assert.deepEqual(await invite('2026-09-09'), { invited: 0, more: false })
  assert.deepEqual(await invite('2026-09-10'), { invited: 1, more: false })
  assert.deepEqual(await invite('2026-09-10'), { invited: 0, more: false })
  assert.deepEqual(await invite('2026-09-20'), { invited: 0, more: false })
  const { rows } = await office.database.pool.query<{ recipient: string; channel: string }>("SELECT recipient, channel FROM notifications WHERE template = 'evaluations.invitation' ORDER BY channel")
  assert.deepEqual(rows, [{ recipient: `person:${person.id}`, channel: 'in-app' }, { recipient: `person:${person.id}`, channel: 'sms' }])
})

test('E-07 the daily job invites, and nobody but the system may', async () => {
  const person = await aPerson(office)
  await serve(office, { caseNumber: 'INVITE-9', person, kind: 'close' })
  office.clock.set(new Date('2026-09-10T09:30:00+08:00'))
  await inviteUnevaluatedJob.run(office.app.jobContext(), {})
  const { rows } = await office.database.pool.query<{ count: number }>('SELECT count(*) FROM notifications WHERE recipient = $1', [`person:${person.id}`])
  assert.equal(rows[0]?.count, 2)
  await assert.rejects(office.call('evaluations.invite-unevaluated', reviewing, {}), refused('contract.not-permitted'))
})
