import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law, type StaffCaller } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { findMatter, listAssignments, listEvents } from '#kernel/matter/store.ts'
import { verifyChain } from '#kernel/ledger/hash-chain.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { arm, satisfy, stop, stopEndOf, type Timer } from '#kernel/time/timer.ts'
import { must } from '#kernel/errors/refusal.ts'
import { listLapsedStops } from '#kernel/signals/lapsed-stops.ts'
import { sql } from 'kysely'
import { createServices } from '../../process.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { openTestOffice, testConfig } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'empty', now: new Date('2026-12-14T09:00:00+08:00') })
after(() => office.close())
const administrator: StaffCaller = { kind: 'staff', id: 'HD0001', name: '管理员', unitId: 'office', roles: [{ role: 'administrator', unitId: 'office' }] }

/** A notice for 2027 that makes the first three days of January and the first week of the year off. */
const notice2027: Arrangement = {
  year: 2027,
  notice: { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '国办发明电〔2026〕9号' },
  offDays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((date) => ({ date: date as '2027-01-01', name: '元旦' })),
  workedDays: [{ date: '2027-01-09', note: '元旦调休上班' }],
  statutoryDays: [{ date: '2027-01-01', name: '元旦' }],
}

let sequence = 0

/** Opens an errand with clocks and one open task, due with the first of them. */
async function errand(timers: readonly Timer[], dueAt?: Date): Promise<Matter> {
  const now = office.clock.now()
  sequence += 1
  return office.app.db.transaction().execute((tx) =>
    openMatter(
      testCtx(office.app, tx, { now }),
      { id: newId<'matter'>(now.getTime()), number: `E${sequence}`, kind: 'errand', regionCode: '440114', subjectId: null, itemVersionId: null, leadUnitId: 'u', channel: 'window' },
      { command: 'ask', to: 'asked', timers, assign: [{ task: 'look', unitId: 'u', role: 'reviewer', dueAt }] },
    ),
  )
}

function clock(value: number, name = 'answer'): Timer {
  const now = office.clock.now()
  return must(arm({ id: newId<'timer'>(now.getTime()), purpose: 'legal', name, budget: { value, unit: 'WORKING_DAY' }, anchorAt: now, party: { kind: 'unit', id: 'u' } }))
}

async function storedTimer(id: string): Promise<{ due_at: Date | null; provisional: boolean; stop_ends_at: Date | null }> {
  const { rows } = await sql<{ due_at: Date | null; provisional: boolean; stop_ends_at: Date | null }>`SELECT due_at, provisional, stop_ends_at FROM timers WHERE id = ${id}`.execute(office.app.db)
  const [row] = rows
  assert.ok(row)
  return row
}

async function recompute(): Promise<{ timers: number; moved: number }> {
  const sum = { timers: 0, moved: 0 }
  for (let more = true; more; ) {
    const batch = await office.call('kernel.recompute-due-dates', law, { matters: 2 })
    sum.timers += batch.timers
    sum.moved += batch.moved
    more = batch.more
  }
  return sum
}

const code = async (promise: Promise<unknown>): Promise<string | undefined> => promise.then(() => undefined, (error: unknown) => (error instanceof Refusal ? error.code : String(error)))

test('T-14 before the notice a due date is provisional, a calculator refuses, and the year is shown as weekends only', async () => {
  assert.equal(await code(office.call('kernel.add-to-date', anonymous, { date: '2026-12-30', days: 3 })), 'time.calendar-missing')
  const year = await office.call('kernel.get-year', anonymous, { year: 2027 })
  assert.deepEqual([year.provisional, year.calendarVersion, year.days[0]?.why], [true, 0, 'weekday'])
  assert.equal(await code(office.call('kernel.get-working-days-feed', anonymous, { year: 2027 })), 'time.calendar-missing')
})

test('the shipped years are taken into the database once; what the office publishes later wins', async () => {
  const { years } = await office.call('kernel.adopt-shipped-calendar', law, {})
  assert.deepEqual([years[0], years.at(-1), years.length], [2014, 2026, 13])
  assert.deepEqual((await office.call('kernel.adopt-shipped-calendar', law, {})).years, [])
  assert.equal((await office.call('kernel.list-arrangements', anonymous, {})).calendarVersion, 1)
})

test('T-16 a notice published mid-case moves the open clock and its task, records why in the ledger, and leaves closed clocks alone', async () => {
  const moving = clock(20)
  const early = clock(3, 'early')
  const dueAt = new Date('2027-01-12T00:00:00+08:00')
  const matter = await errand([moving, early], dueAt)
  assert.deepEqual([(await storedTimer(moving.id)).due_at, (await storedTimer(moving.id)).provisional], [dueAt, true])
  const closed = clock(20)
  await errand([must(satisfy(closed, office.clock.now()))])
  const stopped = must(stop(clock(20), office.app.services.calendar, { at: office.clock.now(), cause: 'testing', party: { kind: 'intermediary' }, limit: { value: 14, unit: 'WORKING_DAY' } }))
  await errand([stopped])
  const lapseBefore = (await storedTimer(stopped.id)).stop_ends_at

  const published = await office.call('kernel.publish-arrangement', administrator, { arrangement: notice2027 })
  assert.deepEqual(published, { year: 2027, edition: 1, calendarVersion: 2 })
  assert.equal((await recompute()).moved, 1)

  // 14 December + 20 working days: 11 days to the end of the year, then without 1 and 4 January, with Saturday 9 January.
  const newDue = new Date('2027-01-13T00:00:00+08:00')
  assert.deepEqual(await storedTimer(moving.id), { due_at: newDue, provisional: false, stop_ends_at: null })
  assert.equal((await listAssignments(office.app.db, matter.id))[0]?.dueAt?.getTime(), newDue.getTime())
  assert.equal((await storedTimer(closed.id)).provisional, true)
  assert.deepEqual([(await storedTimer(early.id)).due_at, (await storedTimer(early.id)).provisional], [new Date('2026-12-18T00:00:00+08:00'), false])
  assert.notEqual((await storedTimer(stopped.id)).stop_ends_at?.getTime(), lapseBefore?.getTime())
  assert.equal((await storedTimer(stopped.id)).stop_ends_at?.getTime(), stopEndOf(stopped, office.app.services.calendar)?.getTime())

  const events = await listEvents(office.app.db, matter.id)
  assert.deepEqual(events.at(-1)?.detail, { calendarVersion: 2, clocks: [{ timer: moving.id, clock: 'answer', from: dueAt.toISOString(), to: newDue.toISOString() }] })
  assert.deepEqual([events.at(-1)?.command, events.at(-1)?.from, events.at(-1)?.to, events.at(-1)?.actor], ['due-moved', 'asked', 'asked', 'system:law'])
  const now = await findMatter(office.app.db, 'errand', matter.number, false)
  assert.deepEqual(verifyChain(events.map((event) => ({ ...event, matterId: matter.id, at: event.at.toISOString() }))), { ok: true, head: now?.headHash ?? '' })
  assert.ok(now)
  assert.equal(now.version, 2)

  const list = await office.call('kernel.list-due-date-moves', administrator, {})
  assert.deepEqual(list.items.map(({ number, oldDueAt, newDueAt }) => [number, oldDueAt, newDueAt]), [[matter.number, '2027-01-12T00:00:00+08:00', '2027-01-13T00:00:00+08:00']])
  assert.deepEqual([list.recompute?.moved, list.recompute?.failed, list.recompute?.about, list.recompute?.finishedAt !== null], [1, 0, '2027', true])
  assert.deepEqual(await recompute(), { timers: 0, moved: 0 })
  await office.app.db.transaction().execute((tx) => recordStep(testCtx(office.app, tx), errandLifecycle, now, { command: 'takeUp', to: 'inHand' }))
})

test('T-16 a killed recompute goes on where it stood, and one clock that cannot be counted stops no other', async () => {
  const clocks = Array.from({ length: 7 }, () => clock(20))
  const broken = clocks[3]?.id ?? ''
  for (const each of clocks) await errand([each])
  await sql`UPDATE timers SET body = body || '{"budget": {"unit": "FORTNIGHT", "value": 1}}' WHERE id = ${broken}`.execute(office.app.db)
  await office.call('kernel.add-closure', administrator, { from: '2027-01-06', to: '2027-01-06', name: '台风停工', source: '区三防指挥部通知' })
  // One matter at a time, until the first clock has moved; which lane it is in is a matter of chance.
  const one = () => office.call('kernel.recompute-due-dates', law, { matters: 1 })
  let first = await one()
  while (first.moved === 0) first = await one()
  assert.deepEqual([first.more, first.moved], [true, 1])
  await recompute()
  const due = await Promise.all(clocks.map(async ({ id }) => (await storedTimer(id)).due_at?.toISOString()))
  assert.deepEqual(due.filter((_, index) => index !== 3), Array.from({ length: 6 }, () => new Date('2027-01-14T00:00:00+08:00').toISOString()))
  await sql`UPDATE timers SET body = body || '{"budget": {"unit": "WORKING_DAY", "value": 20}}' WHERE id = ${broken}`.execute(office.app.db)
  const { recompute: progress } = await office.call('kernel.list-due-date-moves', administrator, { calendarVersion: 3 })
  assert.deepEqual([progress?.failed, progress?.moved], [1, 7])
})

test('T-16 a closure that ends early moves the dates back; a hall that is shut moves nothing that was taken in elsewhere', async () => {
  const [closure] = (await office.call('kernel.get-year', anonymous, { year: 2027 })).closures
  assert.ok(closure)
  await office.call('kernel.end-closure', administrator, { id: closure.id, lastDay: '2027-01-05' })
  assert.ok((await recompute()).moved >= 7)
  assert.equal(await code(office.call('kernel.end-closure', administrator, { id: closure.id, lastDay: '2027-01-05' })), 'calendar.closure-unknown')
  const hall = await office.call('kernel.add-closure', administrator, { place: { kind: 'hall', id: 'hall-1' }, from: '2027-01-06', to: '2027-01-07', name: '大厅搬迁', source: '政务办公告' })
  assert.equal(await code(office.call('kernel.end-closure', administrator, { id: hall.id, lastDay: '2027-01-07' })), 'calendar.closure-ended')
  assert.deepEqual(await recompute(), { timers: 0, moved: 0 })
  const shown = async (input: { hall?: string }): Promise<string | undefined> => (await office.call('kernel.get-year', anonymous, { year: 2027, ...input })).days[5]?.why
  assert.deepEqual([await shown({ hall: 'hall-1' }), await shown({}), await shown({ hall: 'hall-2' })], ['closure', 'weekday', 'weekday'])
})

test('a clock written by a process with the old calendar is found and counted again', async () => {
  const late = clock(20)
  await errand([late])
  await sql`UPDATE timers SET due_at = '2027-01-01T00:00:00+08:00', counted_with = 1, outdated = true WHERE id = ${late.id}`.execute(office.app.db)
  assert.equal((await recompute()).moved, 1)
  assert.equal((await storedTimer(late.id)).due_at?.getTime(), new Date('2027-01-13T00:00:00+08:00').getTime())
})

test('another process hears of a publication by the version in the database', async () => {
  const other = createServices(testConfig(), office.clock)
  assert.equal(other.legalCalendar.version, 0)
  await other.freshness.keepFresh(office.app.db)
  assert.equal(other.legalCalendar.version, office.app.services.legalCalendar.version)
  assert.equal(other.strictCalendar.kindOf('2027-01-04').working, false)
})

test('the same notice twice and a notice from somebody who may not publish are refused; a correction is the next edition', async () => {
  assert.equal(await code(office.call('kernel.publish-arrangement', administrator, { arrangement: notice2027 })), 'calendar.unchanged')
  assert.equal(await code(office.call('kernel.publish-arrangement', anonymous, { arrangement: notice2027 })), 'contract.sign-in-required')
  const contradictory = { ...notice2027, workedDays: [{ date: '2027-01-02' as const, note: 'x' }] }
  assert.equal(await code(office.call('kernel.publish-arrangement', administrator, { arrangement: contradictory })), 'contract.invalid-input')
  const ical = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270104\r\nSUMMARY:元旦放假\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  const imported = await office.call('kernel.import-ical', administrator, { year: 2027, notice: { title: '更正' }, ical, statutoryDays: [{ date: '2027-01-01', name: '元旦' }] })
  assert.equal(imported.edition, 2)
  const { editions } = await office.call('kernel.get-arrangement', anonymous, { year: 2027 })
  assert.deepEqual(editions.map(({ edition, current, offDays }) => [edition, current, offDays.length]), [[2, true, 3], [1, false, 4]])
  const feed = await office.call('kernel.get-working-days-feed', anonymous, { year: 2027 })
  assert.ok(feed instanceof FileAnswer && Buffer.from(feed.bytes).toString().includes('SUMMARY:元旦放假'))
})

test('C-08 a stop that is longer than its own limit is listed once for each matter', async () => {
  const stopped = must(stop(clock(20), office.app.services.calendar, { at: office.clock.now(), cause: 'testing', party: { kind: 'intermediary' }, limit: { value: 2, unit: 'WORKING_DAY' } }))
  const second = must(stop(clock(10), office.app.services.calendar, { at: office.clock.now(), cause: 'testing', party: { kind: 'intermediary' }, limit: { value: 2, unit: 'WORKING_DAY' } }))
  const matter = await errand([stopped, second])
  const lapsed = (now: string): Promise<readonly { readonly number: string }[]> => listLapsedStops(office.app.db, { kind: 'errand', now: new Date(now), limit: 10 })
  assert.deepEqual(await lapsed('2026-12-16T23:59:59+08:00'), [])
  assert.deepEqual((await lapsed('2026-12-17T00:00:00+08:00')).map(({ number }) => number), [matter.number])
})
