import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { law, type StaffCaller } from '#kernel/access/caller.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { NewAssignment } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { findMatterById, listEvents } from '#kernel/matter/store.ts'
import { arm, dueOf, explain, explainInWords, type Timer } from '#kernel/time/timer.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { dueDateMoved } from './recount.ts'

const office = await openTestOffice({ with: 'empty', now: mondayMorning })
after(() => office.close())
const { legalCalendar } = office.app.services

function staff(id: string, role: StaffCaller['roles'][number]['role']): StaffCaller {
  return { kind: 'staff', id, name: '工作人员', unitId: 'u', roles: [{ role, unitId: 'u' }] }
}
const administrator = staff('HD0001', 'administrator')

interface Opened {
  readonly id: string
  readonly timer: Timer
}

let sequence = 0

/** An errand of ten working days, asked on Monday 7 September and so due on the make-up Sunday 20 September 2026. */
async function errand(where: { readonly regionCode?: string; readonly hallId?: string | null; readonly assign?: readonly NewAssignment[] }): Promise<Opened> {
  const now = office.clock.now()
  const number = `P${++sequence}`
  const timer = must(arm({ id: newId<'timer'>(now.getTime()), purpose: 'legal', name: 'answer', budget: { value: 10, unit: 'WORKING_DAY' }, anchorAt: now, party: { kind: 'unit', id: 'u' } }))
  const { id } = await office.app.db.transaction().execute((tx) =>
    openMatter(
      testCtx(office.app, tx, { now }),
      { id: newId<'matter'>(now.getTime()), number, kind: 'errand', regionCode: where.regionCode ?? '440114', subjectId: null, itemVersionId: null, leadUnitId: 'u', channel: 'window', hallId: where.hallId ?? null },
      { command: 'ask', to: 'asked', timers: [timer], assign: where.assign ?? [] },
    ),
  )
  return { id, timer }
}

/** The day on which an errand is due, as the database says it and as its own calendar counts it: the two always agree. */
async function dueDay({ id, timer }: Opened): Promise<string> {
  const matter = await findMatterById(office.app.db, id, false)
  assert.ok(matter)
  const { rows } = await sql<{ due_at: Date }>`SELECT due_at FROM timers WHERE id = ${timer.id}`.execute(office.app.db)
  const due = dueOf(timer, legalCalendar.of(matter))
  assert.deepEqual(rows, [{ due_at: due.dueAt }])
  return due.dueDay ?? ''
}

async function recompute(): Promise<{ readonly timers: number; readonly moved: number }> {
  const sum = { timers: 0, moved: 0 }
  for (let more = true; more; ) {
    const batch = await office.call('kernel.recompute-due-dates', law, {})
    sum.timers += batch.timers
    sum.moved += batch.moved
    more = batch.more
  }
  return sum
}

const typhoon = { from: '2026-09-10', to: '2026-09-11', name: '台风停工', source: '区三防指挥部通知' } as const

test('T-16 a hall that is shut moves the clocks of what was taken in there, and no other', async () => {
  const there = await errand({ hallId: 'hall-1' })
  const elsewhere = await errand({ hallId: 'hall-2' })
  const online = await errand({})
  await office.call('kernel.add-closure', administrator, { place: { kind: 'hall', id: 'hall-1' }, ...typhoon })
  assert.deepEqual(await recompute(), { timers: 1, moved: 1 })
  assert.deepEqual(await Promise.all([there, elsewhere, online].map(dueDay)), ['2026-09-22', '2026-09-20', '2026-09-20'])
})

test('T-16 a region that is shut moves the clocks of that region and of the regions below it', async () => {
  const inCity = await errand({ regionCode: '510100' })
  const inDistrict = await errand({ regionCode: '510104', hallId: 'hall-2' })
  const inStreet = await errand({ regionCode: '510104020' })
  const neighbour = await errand({ regionCode: '510105' })
  await office.call('kernel.add-closure', administrator, { place: { kind: 'region', id: '510104' }, ...typhoon })
  assert.deepEqual(await recompute(), { timers: 2, moved: 2 })
  assert.deepEqual(await Promise.all([inCity, inDistrict, inStreet, neighbour].map(dueDay)), ['2026-09-20', '2026-09-22', '2026-09-22', '2026-09-20'])
})

test('T-16 a closure of a hall that ends early, or is withdrawn, gives the days back', async () => {
  const matter = await errand({ hallId: 'hall-3' })
  const { id } = await office.call('kernel.add-closure', administrator, { place: { kind: 'hall', id: 'hall-3' }, ...typhoon })
  await recompute()
  assert.equal(await dueDay(matter), '2026-09-22')
  await office.call('kernel.end-closure', administrator, { id, lastDay: '2026-09-10' })
  await recompute()
  assert.equal(await dueDay(matter), '2026-09-21')
  await office.call('kernel.end-closure', administrator, { id, lastDay: '2026-09-09' })
  await recompute()
  assert.equal(await dueDay(matter), '2026-09-20')
  assert.deepEqual((await listEvents(office.app.db, matter.id)).map(({ command }) => command), ['ask', 'due-moved', 'due-moved', 'due-moved'])
})

test('T-16 two closures of different places before one recompute both count', async () => {
  const [one, other] = [await errand({ hallId: 'hall-4' }), await errand({ regionCode: '520100' })]
  await office.call('kernel.add-closure', administrator, { place: { kind: 'hall', id: 'hall-4' }, ...typhoon })
  await office.call('kernel.add-closure', administrator, { place: { kind: 'region', id: '520100' }, ...typhoon, to: '2026-09-10' })
  assert.deepEqual(await recompute(), { timers: 2, moved: 2 })
  assert.deepEqual([await dueDay(one), await dueDay(other)], ['2026-09-22', '2026-09-21'])
})

test('T-16 two runs side by side share the work, and each clock moves once', async () => {
  const matters = await Promise.all(Array.from({ length: 8 }, () => errand({ hallId: 'hall-5' })))
  await office.call('kernel.add-closure', administrator, { place: { kind: 'hall', id: 'hall-5' }, ...typhoon })
  const runs = await Promise.all([recompute(), recompute()])
  assert.equal(runs.reduce((sum, { moved }) => sum + moved, 0), 8)
  const events = await Promise.all(matters.map(({ id }) => listEvents(office.app.db, id)))
  assert.deepEqual(events.map((own) => own.length), matters.map(() => 2))
})

test('what is taken in while its hall is shut is counted without those days from the first minute, and the explanation names the order', async () => {
  const matter = await errand({ hallId: 'hall-1' })
  assert.equal(await dueDay(matter), '2026-09-22')
  const stored = await findMatterById(office.app.db, matter.id, false)
  assert.ok(stored)
  const lines = explainInWords(explain(matter.timer, legalCalendar.of(stored), office.clock.now()), 'WORKING_DAY')
  assert.match(lines.find((line) => line.startsWith('2026-09-10')) ?? '', /台风停工.*区三防指挥部通知/)
})

test('a holiday declared mid-case moves the date and tells whoever holds the matter: the officer, or the role where nobody took it yet', async () => {
  const now = office.clock.now()
  const taken = await errand({ assign: [{ task: 'look', unitId: 'u', role: 'reviewer', personId: 'HD0076' }] })
  const waiting = await errand({ assign: [{ task: 'look', unitId: 'u', role: 'reviewer' }] })
  const done = await errand({ assign: [{ task: 'look', unitId: 'u', role: 'reviewer', personId: 'HD0077' }] })
  const before = await findMatterById(office.app.db, done.id, false)
  assert.ok(before)
  await office.app.db.transaction().execute((tx) => recordStep(testCtx(office.app, tx, { now }), errandLifecycle, before, { command: 'takeUp', to: 'inHand', endTasks: ['look'] }))

  const moved = { from: '2026-09-21T16:00:00.000Z', to: '2026-09-22T16:00:00.000Z' }
  const moves = await Promise.all([taken, waiting, done].map(async ({ id }) => ({ matterId: id, number: (await findMatterById(office.app.db, id, false))?.number ?? '', ...moved })))
  assert.deepEqual(office.app.modules.flatMap(({ listeners }) => listeners?.[dueDateMoved] ?? []), ['kernel.tell-holders-of-moved-dates', 'cases.tell-moved-due-dates'])
  assert.deepEqual(await office.call('kernel.tell-holders', law, { moves }), { told: 2 })

  const textsOf = async (caller: StaffCaller): Promise<readonly string[]> => (await office.call('kernel.list-messages', caller, {})).items.map(({ text }) => text ?? '')
  const sentence = (number: string): string => `因放假调休安排或停止办公有变动，你承办的1件事项办理期限已重新计算：${number}由2026年9月21日改为2026年9月22日。`
  assert.deepEqual(await textsOf(staff('HD0076', 'approver')), [sentence(moves[0]?.number ?? '')])
  assert.deepEqual(await textsOf(staff('HD0999', 'reviewer')), [sentence(moves[1]?.number ?? '')])
  assert.deepEqual(await textsOf(staff('HD0077', 'approver')), [])
})
