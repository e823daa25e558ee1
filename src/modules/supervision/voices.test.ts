import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { anOpening, supervisionPeople, watchedUnit } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
const { inspector, other, supervisor, head } = await supervisionPeople(office)
const person = await personCaller(office, 'zhang-xiaomei')
const stranger = await personCaller(office, 'li-guoqiang')

test('S-14 an opening names day, openers and items; each item is tracked to its reply, and the last reply ends it', async () => {
  const number = await anOpening(office)
  const opened = await office.call('supervision.get-opening', supervisor, { number })
  assert.deepEqual([opened.day, opened.openers.map(({ id }) => id), opened.items.map(({ kind, reply }) => [kind, reply])], ['2026-09-07', ['HD0009', 'HD0002'], [['suggestion', null], ['criticism', null]]])
  const half = await office.call('supervision.answer-item', inspector, { number, place: 1, reply: '已采纳。' })
  assert.equal(half.state, 'opened')
  await assert.rejects(office.call('supervision.answer-item', inspector, { number, place: 1, reply: '再答。' }), { code: 'supervision.item-answered' })
  const done = await office.call('supervision.answer-item', inspector, { number, place: 2, reply: '已核实并批评教育。', finding: { grade: 'obvious', violation: 'attitude' } })
  assert.deepEqual([done.state, done.dueAt, done.items.every(({ reply }) => reply !== null)], ['answered', null, true])
  const { items } = await office.call('supervision.list-findings', inspector, { source: 'suggestionBox' })
  assert.deepEqual(items.map(({ unitId }) => unitId), [watchedUnit])
})

test('S-14 a box is opened by somebody, twice the same is not two, and an empty box is on record too', async () => {
  await assert.rejects(office.call('supervision.record-opening', inspector, { hallId: 'qu-zhengwu', openers: [] }), { code: 'contract.invalid-input' })
  await assert.rejects(office.call('supervision.record-opening', inspector, { hallId: 'qu-zhengwu', openers: ['HD0009', 'HD0009'] }), { code: 'contract.invalid-input' })
  const { number, state } = await office.call('supervision.record-opening', inspector, { hallId: 'qu-zhengwu', openers: ['HD0009'] })
  assert.equal(state, 'answered')
  const { items } = await office.call('supervision.list-openings', supervisor, {})
  assert.deepEqual([items[0]?.number, items[0]?.items], [number, 0])
})

const complaint = { unitId: watchedUnit, hallId: 'qu-zhengwu', windowNumber: 12, title: '窗口推诿', content: '材料齐全却让我明天再来。' }

test('S-19 whether a complaint is taken up is decided within five working days, and the complainant is told', async () => {
  const { number, acceptDueAt } = await office.call('supervision.file-complaint', person, complaint)
  assert.equal(acceptDueAt, '2026-09-15T00:00:00+08:00')
  const accepted = await office.call('supervision.accept-complaint', inspector, { number })
  assert.deepEqual([accepted.state, accepted.dueAt?.slice(0, 10)], ['accepted', '2026-09-29'])
  const { items } = await office.call('kernel.list-messages', person, {})
  assert.ok(items.some(({ text }) => text?.includes(number)))
})

test('S-19 a complaint that nobody decided on in time is overdue', async () => {
  const { number } = await office.call('supervision.file-complaint', person, complaint)
  office.clock.set(new Date('2026-09-15T00:00:00+08:00'))
  assert.equal((await office.call('supervision.get-complaint', inspector, { number })).overdue, false)
  office.clock.set(new Date('2026-09-15T00:00:00.001+08:00'))
  assert.equal((await office.call('supervision.get-complaint', inspector, { number })).overdue, true)
})

test('S-13 a founded complaint enters the register with its five points; the unit reads the finding and not the complaint', async () => {
  const { number } = await office.call('supervision.file-complaint', person, complaint)
  await office.call('supervision.accept-complaint', inspector, { number })
  const answered = await office.call('supervision.answer-complaint', inspector, { number, result: 'founded', answer: '属实，致歉。', violation: 'refusedApplication' })
  assert.deepEqual([answered.state, answered.result], ['answered', 'founded'])
  const { items } = await office.call('supervision.list-findings', head, { source: 'complaint' })
  const [finding] = items
  assert.deepEqual([finding?.points, finding?.violation], [5, 'refusedApplication'])
  const shown = await office.call('supervision.get-finding', head, { number: finding?.number ?? '' })
  assert.deepEqual(shown.evidence, [{ kind: 'matter', reference: number }])
  await assert.rejects(office.call('supervision.get-complaint', head, { number }), { code: 'contract.not-permitted' })
})

test('who complained is told to nobody: not in the ledger, not to inspectors or supervisors; another person finds no complaint', async () => {
  const { number } = await office.call('supervision.file-complaint', person, complaint)
  for (const reader of [inspector, supervisor]) assert.doesNotMatch(JSON.stringify(await office.call('supervision.get-complaint', reader, { number })), new RegExp(`${person.id}|张晓梅`))
  await assert.rejects(office.call('supervision.get-complaint', stranger, { number }), { code: 'supervision.complaint-unknown' })
  const { rows } = await office.database.pool.query<{ whole: string }>(
    `SELECT (SELECT string_agg(e.actor || e.detail::text, ' ') FROM matter_events e WHERE e.matter_id = m.id) || coalesce(m.subject_id::text, '') AS whole FROM matters m WHERE m.number = $1`, [number])
  assert.ok(rows[0]?.whole.includes('anonymous') && !rows[0].whole.includes(person.id))
})

test('an answer is looked at again once, by an inspector who did not write it', async () => {
  const { number } = await office.call('supervision.file-complaint', person, complaint)
  const declined = await office.call('supervision.decline-complaint', inspector, { number, ground: 'otherRemedy', reason: '请依法申请行政复议。' })
  assert.deepEqual([declined.state, declined.answer], ['declined', '请依法申请行政复议。'])
  assert.deepEqual((await office.call('supervision.get-complaint', person, { number })).commands, ['appeal'])
  await office.call('supervision.appeal-complaint', person, { number, reason: '是服务态度问题。' })
  await assert.rejects(office.call('supervision.conclude-complaint', inspector, { number, result: 'unfounded', conclusion: '维持。' }), { code: 'supervision.another-decides' })
  const concluded = await office.call('supervision.conclude-complaint', other, { number, result: 'founded', conclusion: '属实。' })
  assert.deepEqual([concluded.state, concluded.appeal, concluded.conclusion], ['concluded', '是服务态度问题。', '属实。'])
  const { items } = await office.call('supervision.list-complaints', person, {})
  assert.equal(items[0]?.number, number)
})

test('what a complaint had proved falls when it is concluded that it proved nothing', async () => {
  const { number } = await office.call('supervision.file-complaint', person, { ...complaint, unitId: 'minzheng' })
  await office.call('supervision.accept-complaint', inspector, { number })
  await office.call('supervision.answer-complaint', inspector, { number, result: 'founded', answer: '属实。' })
  const ofUnit = async () => (await office.call('supervision.list-findings', inspector, { unitId: 'minzheng', source: 'complaint' })).items.map(({ state }) => state)
  assert.deepEqual(await ofUnit(), ['opened'])
  await office.call('supervision.appeal-complaint', person, { number, reason: '处理太轻。' })
  await office.call('supervision.conclude-complaint', other, { number, result: 'unfounded', conclusion: '复核监控，不属实。' })
  assert.deepEqual(await ofUnit(), ['overturned'])
  assert.deepEqual((await office.call('supervision.list-standings', inspector, { unitId: 'minzheng' })).items, [])
})
