// The legal clock under load: a recompute of 1,000,000 open clocks that is killed once, commands per second, explain.
// node bench/clock.ts [number of clocks]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { buildApp } from '#app'
import { law } from '#kernel/access/caller.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { must } from '#kernel/errors/refusal.ts'
import { genesisHash } from '#kernel/ledger/hash-chain.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { shownTimer } from '#kernel/matter/shown-timer.ts'
import { fixedClock, systemClock } from '#kernel/time/clock-source.ts'
import { addCalendarDays, type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { arm, dueOf, resume, stop, type Timer } from '#kernel/time/timer.ts'
import { say } from '#kernel/log/say.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { openTestOffice, type TestOffice, testConfig } from '#test/harness/office.ts'
import { createServices } from '../src/process.ts'

const today = new Date('2026-12-14T09:00:00+08:00')
const unit = { kind: 'unit', id: 'u' } as const

const workerUrl = process.env['BENCH_WORKER_URL']
if (workerUrl === undefined) await measure(Number(process.argv[2] ?? 1_000_000))
else await work(workerUrl)

/** One process that recomputes until nothing is left; the measuring process kills the first of them. */
async function work(url: string): Promise<void> {
  const database = openDatabase({ url, schema: 'yimen', poolSize: 2, asApplication: true })
  const app = buildApp(database.db, createServices(testConfig(), fixedClock(today)))
  while ((await app.call('kernel.recompute-due-dates', law, {})).more);
  const { maxRSS, userCPUTime } = process.resourceUsage()
  say(`worker: peak memory ${Math.round(maxRSS / 1024)} MB, ${(userCPUTime / 1e6).toFixed(1)} s of processor`)
  await database.close()
}

async function measure(clocks: number): Promise<void> {
  const office = await openTestOffice({ with: 'empty', now: today })
  try {
    await office.call('kernel.adopt-shipped-calendar', law, {})
    await measureCommands(office)
    measureExplain(office)
    await load(office, clocks)
    await measureRecompute(office)
  } finally {
    await office.close()
  }
}

/** Loads matters with one clock each, anchored over the last 90 days with 20 to 59 working days, all still open. */
async function load(office: TestOffice, clocks: number): Promise<void> {
  const began = systemClock.now()
  const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: false })
  await sql`SET statement_timeout = 0`.execute(owner.db)
  const shapes = Array.from({ length: 90 * 40 }, (_, index) => shape(office, index % 90, 20 + Math.floor(index / 90))).filter(({ dueAt }) => dueAt > today)
  await sql`CREATE TABLE bench_shapes (no int PRIMARY KEY, body jsonb, due_at timestamptz, provisional boolean)`.execute(owner.db)
  await sql`INSERT INTO bench_shapes SELECT no, body, "dueAt", provisional FROM jsonb_to_recordset(${JSON.stringify(shapes.map((each, no) => ({ no, ...each })))}::jsonb) AS s(no int, body jsonb, "dueAt" timestamptz, provisional boolean)`.execute(owner.db)
  const head = genesisHash('bench')
  await sql`
    INSERT INTO matters (id, number, kind, state, region_code, channel, opened_at, version, head_seq, head_hash)
    SELECT lpad(to_hex(i), 32, '0')::uuid, 'B' || i, 'errand', 'asked', '440114', 'window', ${today}, 1, 1, decode(${head}, 'hex') FROM generate_series(1, ${clocks}::int) i`.execute(owner.db)
  await sql`
    INSERT INTO timers (id, matter_id, purpose, name, body, due_at, provisional, counted_with)
    SELECT ('1' || lpad(to_hex(i), 31, '0'))::uuid, lpad(to_hex(i), 32, '0')::uuid, 'legal', 'answer', s.body || jsonb_build_object('id', ('1' || lpad(to_hex(i), 31, '0'))::uuid::text), s.due_at, s.provisional, 1
    FROM generate_series(1, ${clocks}::int) i JOIN bench_shapes s ON s.no = i % ${shapes.length}::int`.execute(owner.db)
  await sql`ANALYZE matters, timers`.execute(owner.db)
  await owner.close()
  say(`loaded ${clocks} open clocks in ${seconds(began)} s`)
}

function shape(office: TestOffice, daysAgo: number, value: number): { readonly body: Timer; readonly dueAt: Date; readonly provisional: boolean } {
  const anchorAt = new Date(today.getTime() - daysAgo * 86_400_000)
  const body = must(arm({ id: 'shape', purpose: 'legal', name: 'answer', budget: { value, unit: 'WORKING_DAY' }, anchorAt, party: unit }))
  const due = dueOf(body, office.app.services.calendar)
  return { body, dueAt: due.dueAt ?? today, provisional: due.provisional }
}

async function measureRecompute(office: TestOffice): Promise<void> {
  const days = (first: Day, count: number): readonly Day[] => Array.from({ length: count }, (_, index) => addCalendarDays(first, index))
  const offDays = [...days('2027-01-01', 3).map((date) => ({ date, name: '元旦' })), ...days('2027-02-05', 8).map((date) => ({ date, name: '春节' }))]
  await office.call('kernel.publish-arrangement', { kind: 'system', name: 'loader' }, { arrangement: { year: 2027, notice: { title: '2027' }, offDays, workedDays: [], statutoryDays: [] } })
  const began = systemClock.now()
  const killed = startWorker(office)
  const half = await untilTenBatches(office)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  say(`killed after ${seconds(began)} s: ${half.timers} clocks counted, ${half.moved} moved`)
  await once(startWorker(office), 'exit')
  const { recompute } = await office.call('kernel.list-due-date-moves', { kind: 'system', name: 'job' }, {})
  say(`recompute finished after ${seconds(began)} s in all: ${recompute?.timers} clocks counted, ${recompute?.moved} moved, finished ${recompute?.finishedAt !== null}`)
}

/** Waits until the first worker has committed some batches; returns how far it is. */
async function untilTenBatches(office: TestOffice): Promise<{ readonly timers: number; readonly moved: number }> {
  for (;;) {
    const { recompute } = await office.call('kernel.list-due-date-moves', { kind: 'system', name: 'job' }, {})
    if (recompute !== null && recompute.timers >= 20_000) return recompute
    await setTimeout(200)
  }
}

function startWorker(office: TestOffice): ReturnType<typeof spawn> {
  return spawn(process.execPath, [import.meta.filename], { env: { ...process.env, BENCH_WORKER_URL: office.ownerUrl }, stdio: 'inherit' })
}

async function measureCommands(office: TestOffice): Promise<void> {
  const rounds = 400
  const began = systemClock.now()
  let next = 0
  const worker = async (): Promise<void> => {
    for (let number = next++; number < rounds; number = next++) await armStopResume(office, number)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  say(`arm, stop, resume: ${Math.round((rounds * 3) / Number(seconds(began)))} commands/s, 8 at a time`)
}

async function armStopResume(office: TestOffice, number: number): Promise<void> {
  const { app } = office
  const timer = must(arm({ id: newId<'timer'>(today.getTime()), purpose: 'promised', name: 'answer', budget: { value: 10, unit: 'WORKING_DAY' }, anchorAt: today, party: unit }))
  const matter = await app.db.transaction().execute((tx) => openMatter(testCtx(app, tx), { id: newId<'matter'>(today.getTime()), number: `C${number}`, kind: 'errand', regionCode: '440114', subjectId: null, itemVersionId: null, leadUnitId: 'u', channel: 'window' }, { command: 'ask', to: 'asked', timers: [timer] }))
  const stopped = must(stop(timer, app.services.calendar, { at: today, cause: 'testing', party: { kind: 'intermediary' } }))
  const held = await app.db.transaction().execute((tx) => recordStep(testCtx(app, tx), errandLifecycle, matter, { command: 'takeUp', to: 'inHand', timers: [stopped] }))
  await app.db.transaction().execute((tx) => recordStep(testCtx(app, tx), errandLifecycle, held, { command: 'note', to: 'inHand', timers: [must(resume(stopped, { at: today, party: unit }))] }))
}

function measureExplain(office: TestOffice): void {
  const { calendar } = office.app.services
  let timer = must(arm({ id: 't', purpose: 'legal', name: 'answer', budget: { value: 60, unit: 'WORKING_DAY' }, anchorAt: instantAtStartOf('2026-03-02'), party: unit }))
  for (const [from, to] of [['2026-03-10', '2026-03-20'], ['2026-04-01', '2026-04-20'], ['2026-05-11', '2026-05-29']] as const) {
    timer = must(stop(timer, calendar, { at: instantAtStartOf(from), cause: 'testing', party: { kind: 'intermediary' } }))
    timer = must(resume(timer, { at: instantAtStartOf(to), party: unit }))
  }
  const cpu = process.cpuUsage()
  const times = Array.from({ length: 2_000 }, () => {
    const began = process.hrtime.bigint()
    shownTimer(timer, calendar, today)
    return Number(process.hrtime.bigint() - began) / 1e6
  }).toSorted((a, b) => a - b)
  const used = process.cpuUsage(cpu)
  say(`explain 60 working days with 3 stops: p50 ${times[1_000]?.toFixed(2)} ms, p95 ${times[1_900]?.toFixed(2)} ms, ${((used.user + used.system) / 2_000 / 1000).toFixed(2)} ms of processor each`)
}

function seconds(since: Date): string {
  return ((systemClock.now().getTime() - since.getTime()) / 1000).toFixed(1)
}
