import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import type { InputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import { reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase } from '#test/harness/cases.ts'
import { aRequest, askedUnit } from '#test/harness/disclosure.ts'
import { anOrder } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { aRecord, publishingUnit } from '#test/harness/publication.ts'
import { aComplaint, aFinding, supervisionPeople, watchedUnit } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
const { inspector, other, supervisor, head, clerk } = await supervisionPeople(office)
const seen = (number: string, by = inspector) => office.call('supervision.get-finding', by, { number })

test('S-03 S-13 a red signal of any clock enters the register once, with its points and the explanation due on the fifth working day', async () => {
  const { number: caseNumber } = await anAcceptedCase(office)
  const signal = { signalId: '01999999-0000-7000-8000-000000000001', rung: 'red', number: caseNumber, kind: 'case', leadUnitId: 'fazhan-gaige', reachedAt: '2026-09-07T01:00:00.000Z' }
  const { number } = await office.call('supervision.open-from-signal', law, signal)
  assert.ok(number)
  assert.deepEqual(await office.call('supervision.open-from-signal', law, signal), { number: null })
  const finding = await seen(number)
  assert.deepEqual([finding.source, finding.grade, finding.violation, finding.points, finding.unitId, finding.recorder], ['signal', 'obvious', 'overdue', 5, 'fazhan-gaige', 'system:law'])
  assert.equal(finding.explainDueAt?.slice(0, 10), '2026-09-15')
  assert.deepEqual(finding.evidence.map(({ kind }) => kind), ['signal', 'matter'])
})

test('S-03 what the register hears of long after it happened stands in its own month, and leads to no card, no letter and no question now', async () => {
  const unitId = 'qixiang'
  const before = (await office.call('supervision.list-findings', inspector, { month: '2026-09', limit: 100 })).items.length
  for (const place of [10, 11, 12, 13, 14, 15, 16]) {
    await office.call('supervision.open-from-signal', law, { signalId: `01999999-0000-7000-8000-0000000002${place}`, rung: 'red', number: 'X1', kind: 'case', leadUnitId: unitId, reachedAt: `2025-10-${place}T16:00:00.001Z` })
  }
  const { items } = await office.call('supervision.list-findings', inspector, { month: '2025-10', unitId })
  assert.equal(items.length, 7)
  const finding = await seen(items[0]?.number ?? '')
  assert.deepEqual([finding.state, finding.outcome, finding.points, finding.explainDueAt, finding.measures], ['closed', 'heardLate', 5, null, []])
  assert.deepEqual((await office.call('supervision.list-measures', inspector, { unitId })).items, [])
  assert.equal((await office.call('supervision.list-findings', inspector, { month: '2026-09', limit: 100 })).items.length, before)
  const rows = async (asOf: string) => (await office.call('reporting.get-figure', supervisor, { metric: 'supervision.findings', from: '2025-10-01', to: '2025-10-31', unitId, asOf })).figure.numerator
  assert.deepEqual([await rows('2026-09-06T12:00:00+08:00'), await rows('2026-09-07T12:00:00+08:00')], [0, 7])
})

test('S-02 S-13 a yellow signal is a reminder without points, a reminder of the clock is nothing, and nothing is found about the office for what it owes its own supervision', async () => {
  const signal = (rung: string, kind: string, place: number, leadUnitId = 'minzheng') => office.call('supervision.open-from-signal', law, { signalId: `01999999-0000-7000-8000-0000000001${place}0`, rung, number: 'X1', kind, leadUnitId, reachedAt: '2026-09-07T01:00:00.000Z' })
  const { number } = await signal('yellow', 'workOrder', 1)
  const finding = await seen(number ?? '')
  assert.deepEqual([finding.grade, finding.points, finding.state, finding.outcome, finding.measures], ['minor', 0, 'closed', 'reminded', []])
  assert.deepEqual(await signal('reminder', 'case', 2), { number: null })
  assert.deepEqual(await signal('red', 'patrol', 3), { number: null })
  for (const [place, kind] of ['finding', 'measure'].entries()) assert.deepEqual(await signal('red', kind, place + 5, inspector.unitId), { number: null })
  assert.notEqual((await signal('red', 'serviceComplaint', 4)).number, null)
})

test('S-03 S-05 what a unit owes the supervision itself and lets pass is one reminder more, which takes no points, asks for nothing and so breeds nothing', async () => {
  for (const [place, kind] of ['finding', 'measure'].entries()) {
    const { number } = await office.call('supervision.open-from-signal', law, { signalId: `01999999-0000-7000-8000-00000000040${place}`, rung: 'red', number: 'X1', kind, leadUnitId: 'minzheng', reachedAt: '2026-09-07T01:00:00.000Z' })
    const finding = await seen(number ?? '')
    assert.deepEqual([finding.grade, finding.violation, finding.points, finding.state, finding.explainDueAt, finding.measures], ['minor', 'overdue', 0, 'closed', null, []], kind)
  }
})

test('S-13 video, third parties, mystery visits and inspections stand in the one register, by source and by unit', async () => {
  for (const source of ['video', 'thirdParty', 'mysteryVisit', 'inspection'] as const) {
    const { number } = await aFinding(office, { source, unitId: 'zhufang-gongjijin', grade: 'minor' })
    const { items } = await office.call('supervision.list-findings', supervisor, { source, unitId: 'zhufang-gongjijin' })
    assert.deepEqual(items.map((item) => item.number), [number])
  }
})

test('S-06 a finding without evidence is none, nor one whose evidence does not exist or is not the recorder’s own', async () => {
  await assert.rejects(aFinding(office, { fileIds: [] }), { code: 'supervision.evidence-missing' })
  await assert.rejects(aFinding(office, { fileIds: [], matterNumbers: ['ZZ000000000000'] }), { code: 'supervision.evidence-unknown' })
  const { id } = await office.call('kernel.upload-file', clerk, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') })
  await assert.rejects(aFinding(office, { fileIds: [id] }), { code: 'files.not-found' })
  const { number } = await aFinding(office)
  assert.equal((await seen(number)).recorder, 'staff:HD0009')
})

test('S-05 the ladder is worked out at each finding: the third obvious one about a person brings a talk, and nobody types it', async () => {
  const about = { unitId: 'gongdian', staffId: 'HD0142' }
  assert.deepEqual((await aFinding(office, about)).measures, [])
  assert.deepEqual((await aFinding(office, about)).measures, [])
  const { measures } = await aFinding(office, about)
  const talk = await office.call('supervision.get-measure', inspector, { number: measures[0] ?? '' })
  assert.deepEqual([talk.measure, talk.staffId, talk.documentNumber, talk.commands], ['talkBySection', 'HD0142', null, ['hold-talk']])
  const held = await office.call('supervision.hold-talk', inspector, { number: talk.number, heldBy: 'HD0002', record: '已谈话。' })
  assert.equal(held.state, 'settled')
  assert.equal(office.app.operations.some(({ name }) => /measure/.test(name) && /record|issue|create/.test(name)), false)
})

test('S-05 a serious finding of an inspection brings a talk and a numbered letter with its reply clock; the unit answers, an inspector settles', async () => {
  const { measures } = await aFinding(office, { unitId: watchedUnit, grade: 'serious', source: 'inspection' })
  const shown = await Promise.all(measures.map((number) => office.call('supervision.get-measure', head, { number })))
  assert.deepEqual(shown.map(({ measure }) => measure), ['talkByDivision', 'letter'])
  const letter = shown[1]
  assert.ok(letter)
  assert.match(letter.documentNumber ?? '', /监〔2026〕\d+号$/)
  assert.equal(letter.dueAt?.slice(0, 10), '2026-09-21')
  const { bytes } = (await office.call('supervision.get-measure-document', head, { number: letter.number })) as { readonly bytes: Uint8Array }
  assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
  const answered = await office.call('supervision.answer-measure', head, { number: letter.number, text: '已整改。' })
  assert.deepEqual([answered.state, answered.dueAt], ['answered', null])
  const back = await office.call('supervision.settle-measure', inspector, { number: letter.number, enough: false, remark: '没有写责任人。' })
  assert.equal(back.state, 'issued')
  await office.call('supervision.answer-measure', head, { number: letter.number, text: '已补充责任人。' })
  assert.equal((await office.call('supervision.settle-measure', inspector, { number: letter.number, enough: true, remark: '同意。' })).state, 'settled')
})

test('S-05 cards come with the points of a month, each once; the red one brings a 监察建议书', async () => {
  const unitId = 'tongxin'
  const kinds: string[] = []
  for (let place = 0; place < 4; place += 1) {
    for (const number of (await aFinding(office, { unitId, grade: 'serious' })).measures) kinds.push((await office.call('supervision.get-measure', inspector, { number })).measure)
  }
  assert.deepEqual(kinds, ['talkByDivision', 'talkByDivision', 'yellowCard', 'talkByDivision', 'redCard', 'advice', 'talkByDivision'])
  const { items } = await office.call('supervision.list-standings', supervisor, { unitId })
  assert.deepEqual(items.map(({ points, score, grade, yellowCards, redCards, letters, talks }) => [points, score, grade, yellowCards, redCards, letters, talks]), [[40, 60, 'nearlyQualified', 1, 1, 1, 4]])
})

test('S-06 the person concerned appeals, another inspector decides, and what rested on the finding is lifted with it', async () => {
  const unitId = 'zhengwu-shuju'
  const { number, measures } = await aFinding(office, { unitId, staffId: clerk.id, grade: 'serious' })
  assert.deepEqual((await seen(number, clerk)).commands, ['explain', 'appeal'])
  const appealed = await office.call('supervision.appeal-finding', clerk, { number, reason: '当时在后台取件。' })
  assert.equal(appealed.state, 'appealed')
  await assert.rejects(office.call('supervision.decide-finding-appeal', inspector, { number, upheld: false, reasoning: '成立。' }), { code: 'supervision.another-decides' })
  const decided = await office.call('supervision.decide-finding-appeal', other, { number, upheld: false, reasoning: '申诉成立。' })
  assert.deepEqual([decided.state, decided.outcome], ['overturned', 'overturned'])
  assert.equal((await office.call('supervision.get-measure', inspector, { number: measures[0] ?? '' })).state, 'lifted')
  assert.deepEqual((await office.call('supervision.list-standings', inspector, { unitId })).items, [])
})

test('S-06 an upheld finding is closed with its points, and cannot be appealed a second time; nor after five working days', async () => {
  const { number } = await aFinding(office, { unitId: watchedUnit })
  await office.call('supervision.explain-finding', head, { number, text: '排班疏漏。' })
  await office.call('supervision.close-finding', inspector, { number, conclusion: '属实。' })
  await office.call('supervision.appeal-finding', head, { number, reason: '扣分过重。' })
  await office.call('supervision.decide-finding-appeal', other, { number, upheld: true, reasoning: '维持。' })
  await assert.rejects(office.call('supervision.appeal-finding', head, { number, reason: '再申诉。' }), { code: 'supervision.appealed-before' })
  const later = await aFinding(office, { unitId: watchedUnit })
  office.clock.set(new Date('2026-09-15T09:00:00+08:00'))
  await assert.rejects(office.call('supervision.appeal-finding', head, { number: later.number, reason: '晚了。' }), { code: 'supervision.appeal-too-late' })
})

test('S-03 nothing is closed before the unit was heard, unless it let the time of its explanation pass', async () => {
  const { number } = await aFinding(office, { unitId: watchedUnit })
  await assert.rejects(office.call('supervision.close-finding', inspector, { number, conclusion: '属实。' }), { code: 'supervision.explanation-first' })
  office.clock.set(new Date('2026-09-15T09:00:00+08:00'))
  assert.equal((await office.call('supervision.close-finding', inspector, { number, conclusion: '逾期未说明。' })).state, 'closed')
})

test('S-06 whoever a finding is not about is told that there is none', async () => {
  const { number } = await aFinding(office, { unitId: watchedUnit })
  for (const stranger of [clerk, await reviewerOf(office, 'fazhan-gaige'), await reviewerOf(office, watchedUnit)]) await assert.rejects(seen(number, stranger), { code: 'supervision.finding-unknown' })
  assert.deepEqual((await seen(number, supervisor)).commands, [])
  const { items } = await office.call('supervision.list-findings', head, { limit: 100 })
  assert.ok(items.length > 0 && items.every(({ unitId }) => unitId === watchedUnit))
})

test('S-06 nothing is closed by the one who is concerned, though an inspector himself', async () => {
  const { inspector: concerned } = await supervisionPeople(office)
  const { id } = await office.call('kernel.upload-file', other, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') })
  const { number } = await office.call('supervision.record-finding', other, { source: 'video', grade: 'obvious', violation: 'leftPost', unitId: 'zhengwu-shuju', staffId: concerned.id, text: '离岗。', fileIds: [id] })
  assert.deepEqual((await seen(number, concerned)).commands, ['explain', 'appeal'])
})

/** Lets the kernel raise what is due on a day and the register hear of it, as the queue does. */
async function hearSignals(day: string): Promise<void> {
  office.clock.set(new Date(`${day}T09:00:00+08:00`))
  await office.call('kernel.raise-signals', law, {})
  const owner = new pg.Client({ connectionString: office.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ payload: InputOf<'supervision.open-from-signal'> }>(
    `SELECT j.payload FROM yimen_jobs._private_jobs j JOIN yimen_jobs._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'supervision.open-from-signal'`,
  )
  await owner.end()
  for (const { payload } of rows) await office.call('supervision.open-from-signal', law, payload)
}

/** About whom a matter stands in the register for a limit that was exceeded. */
async function chargedFor(number: string): Promise<readonly string[]> {
  const { rows } = await office.database.pool.query<{ unitId: string }>(
    `SELECT f.unit_id AS "unitId" FROM findings f WHERE f.violation = 'overdue' AND f.evidence @> $1::jsonb`, [JSON.stringify([{ kind: 'matter', reference: number }])])
  return rows.map(({ unitId }) => unitId)
}

test('S-01 S-03 whatever was owed by a day and was not done is found once, about the unit whose time ran out: a promise, a limit of the law, a call back', async () => {
  const submitted = (await aSubmittedCase(office)).number
  const owed = {
    'a decision on a case': [(await anAcceptedCase(office)).number, 'shichang-jianguan'],
    'a case that nobody took up': [submitted, 'zhengwu-shuju'],
    'an answer about information': [await aRequest(office), askedUnit],
    'a record that was made and not published': [await aRecord(office), publishingUnit],
    'a caller to be called back': [(await anOrder(office, 'awaitingCallback')).number, 'zhengwu-shuju'],
    'a complaint about service': [await aComplaint(office), 'zhengwu-shuju'],
  } as const
  await hearSignals('2026-11-20')
  const charged: Record<string, readonly string[]> = {}
  for (const [what, [number]] of Object.entries(owed)) charged[what] = await chargedFor(number)
  assert.deepEqual(charged, Object.fromEntries(Object.entries(owed).map(([what, [, unitId]]) => [what, [unitId]])))
  const { rows } = await office.database.pool.query<{ lead: string }>('SELECT lead_unit_id AS lead FROM matters WHERE number = $1', [submitted])
  assert.notEqual(rows[0]?.lead, 'zhengwu-shuju', 'not the unit that leads, whose time has not begun')
})

test('S-03 the signals that the kernel raises reach the register through their event', async () => {
  await anAcceptedCase(office)
  const before = (await office.call('supervision.list-findings', inspector, { source: 'signal', limit: 100 })).items.length
  await hearSignals('2026-10-30')
  const { items } = await office.call('supervision.list-findings', inspector, { source: 'signal', limit: 100 })
  assert.ok(items.length > before)
})
