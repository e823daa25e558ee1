import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { law, type StaffCaller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { arm, extend, handOver, resume, satisfy, stop, type Timer } from '#kernel/time/timer.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { raiseSignals } from './raise.ts'

const office = await openTestOffice({ with: 'empty', now: new Date('2025-06-09T10:00:00+08:00') })
after(() => office.close())
const party = { kind: 'unit', id: 'u' } as const
const supervisor: StaffCaller = { kind: 'staff', id: 'HD0002', name: '督查员', unitId: 'office', roles: [{ role: 'supervisor', unitId: 'office' }] }
const administrator: StaffCaller = { ...supervisor, roles: [{ role: 'administrator', unitId: 'office' }] }
let sequence = 0

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function clockOf(purpose: Timer['purpose'], value: number): Timer {
  const anchorAt = office.clock.now()
  const extensible = { longest: { value: 10, unit: 'WORKING_DAY' as const }, approverRanks: ['head'] }
  return must(arm({ id: newId<'timer'>(anchorAt.getTime()), purpose, name: `${purpose}-${value}`, budget: { value, unit: 'WORKING_DAY' }, anchorAt, party, extensible }))
}

function inTransaction<T>(now: Date, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  office.clock.set(now)
  return office.app.db.transaction().execute((tx) => run(testCtx(office.app, tx, { now })))
}

/** A matter that was taken up with these clocks. */
async function takenUp(now: Date, clocks: () => readonly Timer[]): Promise<{ readonly matter: Matter; readonly timers: readonly Timer[] }> {
  office.clock.set(now)
  const timers = clocks()
  sequence += 1
  const opened = { id: newId<'matter'>(now.getTime()), number: `S${sequence}`, kind: 'errand', regionCode: '440114', subjectId: null, itemVersionId: null, leadUnitId: 'lead', channel: 'window' }
  return { matter: await inTransaction(now, async (ctx) => recordStep(ctx, errandLifecycle, await openMatter(ctx, opened, { command: 'ask', to: 'asked' }), { command: 'takeUp', to: 'inHand', timers })), timers }
}

async function accepted(now: Date, value = 10): Promise<{ readonly matter: Matter; readonly timer: Timer }> {
  const { matter, timers: [timer = assert.fail('no clock')] } = await takenUp(now, () => [clockOf('promised', value)])
  return { matter, timer }
}

/** Of a matter the clocks that have signalled, with what. */
async function spoken({ number }: Matter): Promise<readonly string[]> {
  const { items } = await office.call('kernel.list-signals', supervisor, { number })
  return items.map(({ clock, rung }) => `${clock} ${rung}`).toReversed()
}

async function raise(now: string): Promise<number> {
  office.clock.set(at(now))
  return (await office.call('kernel.raise-signals', law, {})).raised
}

async function signalsOf({ number }: Matter): Promise<readonly (readonly [string, number, boolean])[]> {
  const { items } = await office.call('kernel.list-signals', supervisor, { number })
  return items.map(({ rung, generation, clearedAt }) => [rung, generation, clearedAt !== null] as const).toReversed()
}

const note = (matter: Matter, timer: Timer, now: Date, ...more: readonly Timer[]): Promise<Matter> => inTransaction(now, (ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'note', to: 'inHand', timers: [timer, ...more] }))

test('S-01 S-02 each rung fires once, in its minute, and never again across restarts; closing clears yellow and keeps red', async () => {
  const { matter, timer } = await accepted(at('2025-06-09T10:00'))
  assert.equal(await raise('2025-06-19T23:59'), 0)
  assert.equal(await raise('2025-06-20T00:00'), 2)
  assert.equal(await raise('2025-06-20T00:01'), 0)
  await sql`UPDATE timers SET next_signal_at = ${at('2025-06-20T00:00')} WHERE id = ${timer.id}`.execute(office.app.db)
  assert.equal(await raise('2025-06-20T00:02'), 0)
  assert.equal(await raise('2025-06-24T00:00'), 0)
  assert.equal(await raise('2025-06-24T00:01'), 1)
  assert.deepEqual(await signalsOf(matter), [['reminder', 1, false], ['yellow', 1, false], ['red', 1, false]])
  const now = at('2025-06-25T09:00')
  await inTransaction(now, (ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'finish', to: 'done', timers: [must(satisfy(timer, now))] }))
  assert.deepEqual(await signalsOf(matter), [['reminder', 1, true], ['yellow', 1, true], ['red', 1, false]])
  assert.equal(await raise('2025-07-09T00:00'), 0)
})

test('S-02 after a downtime the rungs that were missed fire in their order, each once', async () => {
  const { matter } = await accepted(at('2025-07-14T10:00'))
  assert.equal(await raise('2025-08-20T09:00'), 3)
  const { items } = await office.call('kernel.list-signals', supervisor, { number: matter.number })
  assert.deepEqual(items.toReversed().map(({ rung, reachedAt }) => [rung, reachedAt]), [['reminder', '2025-07-25T00:00:00+08:00'], ['yellow', '2025-07-25T00:00:00+08:00'], ['red', '2025-07-29T00:00:00+08:00']])
})

test('S-01 nothing fires while the clock is stopped, and afterwards only what the running days have reached', async () => {
  const { matter, timer } = await accepted(at('2025-09-01T10:00'))
  const stopped = must(stop(timer, office.app.services.calendar, { at: at('2025-09-03T09:00'), cause: 'testing', party: { kind: 'intermediary' } }))
  const held = await note(matter, stopped, at('2025-09-03T09:00'))
  assert.equal(await raise('2025-09-25T09:00'), 0)
  await note(held, must(resume(stopped, { at: at('2025-09-25T10:00'), party })), at('2025-09-25T10:00'))
  assert.equal(await raise('2025-09-25T10:01'), 0)
  // One day is used; with 28 September and 11 October worked in exchange and the holidays left out, the ninth day is Saturday 11 October.
  assert.equal(await raise('2025-10-10T23:59'), 0)
  assert.equal(await raise('2025-10-11T00:00'), 2)
  assert.equal(await raise('2025-10-14T00:01'), 1)
})

test('S-02 an extension lifts the yellow signal and opens a generation of its own', async () => {
  const { matter, timer } = await accepted(at('2025-11-03T10:00'))
  assert.equal(await raise('2025-11-14T09:00'), 2)
  const extended = must(extend(timer, office.app.services.calendar, { by: { value: 5, unit: 'WORKING_DAY' }, grantedAt: at('2025-11-14T10:00'), approver: { id: 'h', rank: 'head' }, reason: '案情复杂' }))
  await note(matter, extended, at('2025-11-14T10:00'))
  assert.equal(await raise('2025-11-14T10:01'), 0)
  assert.deepEqual(await signalsOf(matter), [['reminder', 1, true], ['yellow', 1, true]])
  assert.equal(await raise('2025-11-24T00:00'), 2)
})

test('S-02 a promise and the law’s limit of one decision run side by side and are signalled once; when the promise has ended and the other has not, that one speaks the next day', async () => {
  const { matter, timers: [promise = assert.fail('no clock')] } = await takenUp(at('2026-01-05T10:00'), () => [clockOf('promised', 3), clockOf('legal', 5), clockOf('internal', 1)])
  await raise('2026-01-09T09:00')
  assert.deepEqual(await spoken(matter), ['promised-3 reminder', 'promised-3 yellow', 'promised-3 red'])
  assert.equal(await raise('2026-01-14T09:00'), 0)
  await note(matter, must(satisfy(promise, at('2026-01-14T10:00'))), at('2026-01-14T10:00'))
  assert.equal(await raise('2026-01-14T23:59'), 0)
  assert.equal(await raise('2026-01-15T00:00'), 3)
  assert.deepEqual((await spoken(matter)).slice(3), ['legal-5 reminder', 'legal-5 yellow', 'legal-5 red'])
  assert.equal(await raise('2026-01-20T00:00'), 0)
})

test('S-02 of two promises that run together the first to reach a rung signals it; a red one that is kept from a time that has ended does not excuse the next', async () => {
  const { matter, timers: [short = assert.fail('no clock'), long = assert.fail('no clock')] } = await takenUp(at('2026-01-19T10:00'), () => [clockOf('promised', 1), clockOf('promised', 4)])
  await raise('2026-01-28T09:00')
  assert.deepEqual(await spoken(matter), ['promised-1 reminder', 'promised-1 yellow', 'promised-1 red'])
  const noted = await note(matter, must(satisfy(short, at('2026-01-28T10:00'))), at('2026-01-28T10:00'), must(handOver(long, { at: at('2026-01-28T10:00'), party: { kind: 'unit', id: 'v' } })))
  await raise('2026-01-28T10:01')
  assert.deepEqual((await spoken(matter)).slice(3), ['promised-4 reminder', 'promised-4 yellow', 'promised-4 red'])
  await note(noted, must(satisfy(long, at('2026-01-28T11:00'))), at('2026-01-28T11:00'), clockOf('promised', 2))
  await raise('2026-02-10T09:00')
  assert.deepEqual((await spoken(matter)).filter((each) => each.endsWith('red')), ['promised-1 red', 'promised-4 red', 'promised-2 red'])
})

test('S-03 a signal concerns the unit whose time ran out, whoever has the clock by now, and the one that leads where the clock names none', async () => {
  const { matter, timer } = await accepted(at('2026-03-02T10:00'), 2)
  await note(matter, must(handOver(timer, { at: at('2026-03-06T10:00'), party: { kind: 'unit', id: 'v' } })), at('2026-03-06T10:00'))
  const unnamed = await takenUp(at('2026-03-02T10:00'), () => [must(arm({ id: newId<'timer'>(office.clock.now().getTime()), purpose: 'legal', name: 'unnamed', budget: { value: 2, unit: 'WORKING_DAY' }, anchorAt: office.clock.now(), party: { kind: 'unit' } }))])
  await raise('2026-03-06T11:00')
  for (const [of, unit] of [[matter, 'u'], [unnamed.matter, 'lead']] as const) {
    const { items } = await office.call('kernel.list-signals', supervisor, { number: of.number })
    assert.deepEqual([...new Set(items.map(({ unitId }) => unitId))], [unit])
  }
})

test('a clock that cannot be counted does not keep the signals of the others back', async () => {
  const broken = await accepted(at('2025-12-01T10:00'))
  const sound = await accepted(at('2025-12-01T10:00'))
  await sql`UPDATE timers SET body = body || '{"purpose": "whim"}' WHERE id = ${broken.timer.id}`.execute(office.app.db)
  const ctx = testCtx(office.app, office.app.db, { now: at('2025-12-12T09:00') })
  const faults: string[] = []
  const log = { ...office.app.services.log, error: (message: string) => void faults.push(message) }
  const services = Object.create(office.app.services, { log: { value: log } }) as Ctx['services']
  const events: string[] = []
  await office.app.db.transaction().execute((tx) => raiseSignals({ ...ctx, db: tx, services, publish: (event, payload) => void events.push(`${event} ${String(payload['rung'])} ${String(payload['number'])}`) }, 100))
  assert.deepEqual(await signalsOf(sound.matter), [['reminder', 1, false], ['yellow', 1, false]])
  assert.ok(events.includes(`kernel.signal-raised yellow ${sound.matter.number}`))
  assert.equal(faults.length, 1)
  await sql`UPDATE timers SET ended_at = ${at('2025-12-12T09:00')} WHERE id = ${broken.timer.id}`.execute(office.app.db)
})

test('S-02 two runs of the job at once do not signal two clocks of one matter', async () => {
  const now = '2025-12-15T10:00'
  await raise(now)
  const { matter } = await takenUp(at(now), () => [clockOf('promised', 0), clockOf('promised', 0)])
  await inTransaction(at(now), async (ctx) => {
    assert.equal((await raiseSignals(ctx, 1)).raised, 2)
    assert.equal(await raise(now), 0)
  })
  assert.equal(await raise(now), 0)
  assert.deepEqual(await spoken(matter), ['promised-0 reminder', 'promised-0 yellow'])
})

test('the office sets its own rungs from a day on, today at the earliest, once for each day', async () => {
  office.clock.set(at('2026-03-02T09:00'))
  const { matter } = await accepted(at('2026-03-02T09:00'))
  const rungs = [{ name: 'yellow' as const, of: 'promised' as const, at: { share: 0.5 }, kept: false }]
  const refused = async (validFrom: '2026-03-01' | '2026-03-04'): Promise<string> => office.call('kernel.set-signal-rungs', administrator, { validFrom, rungs }).then(() => '', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
  await raise('2026-03-02T09:01')
  assert.equal(await refused('2026-03-01'), 'signals.not-from-today')
  assert.equal(await refused('2026-03-04'), '')
  assert.equal(await refused('2026-03-04'), 'signals.already-set')
  assert.equal((await office.call('kernel.get-signal-rungs', supervisor, {})).rungs.length, 7)
  assert.deepEqual((await office.call('kernel.get-signal-rungs', supervisor, { on: '2026-03-04' })).rungs, rungs)
  await raise('2026-03-08T23:59')
  assert.deepEqual(await signalsOf(matter), [])
  await raise('2026-03-09T00:00')
  assert.deepEqual(await signalsOf(matter), [['yellow', 1, false]])
})
