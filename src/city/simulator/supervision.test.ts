import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { InputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { type CityLife, type LivedCity, liveCity } from './live.ts'
import { getProfile, type Profile } from './profiles.ts'

const { transferCalls: _calls, orders: _orders, events: _events, records: _records, disclosureApplications: _applications, ...huadu } = getProfile('huadu-2018')
/** Of the city of S004 the inspectors with what they watch: few cases, every second of them late. */
const profile: Profile = { ...huadu, late: 0.5, volumes: [{ from: '2018-03-01', to: '2018-04-05', count: 60 }], complaints: [{ from: '2018-03-01', to: '2018-04-05', count: 30 }] }
const life: CityLife = { profile, from: '2018-03-01', to: '2018-04-05', seed: '1', width: 8, elapsedMs: () => 0 }

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
let lived: LivedCity
before(async () => {
  lived = await liveCity(office.app, life)
  office.clock.set(new Date('2018-04-06T08:00:00+08:00'))
})

async function counted(query: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await office.database.pool.query<{ name: string; count: number }>(query)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

async function figure(metric: string, period: { readonly from: string; readonly to: string; readonly asOf?: string } = { from: '2018-03-01', to: '2018-04-05' }): Promise<readonly [number, number | null]> {
  const { figure: shown } = await office.call('reporting.get-figure', law, { metric, ...period })
  return [shown.numerator, shown.denominator]
}

test('S-04 the drawn visits are made when their time comes, and a few are missed', async () => {
  const visits = await counted(`SELECT CASE WHEN visited_at IS NULL THEN 'missed' WHEN visited_at - planned_at <= interval '20 minutes' AND visited_at >= planned_at THEN 'inTime' ELSE 'else' END AS name, count(*)::int FROM patrol_visits GROUP BY 1`)
  assert.deepEqual(Object.keys(visits).toSorted(), ['inTime', 'missed'])
  assert.ok((visits['missed'] ?? 0) < (visits['inTime'] ?? 0) / 20)
  const [kept, halves] = await figure('supervision.patrol-rate')
  assert.equal(halves, (await counted(`SELECT 'all' AS name, count(DISTINCT (patrol_id, half))::int FROM patrol_visits`))['all'])
  assert.ok(halves !== null && kept < halves && kept > halves / 2)
})

test('S-02 S-03 every yellow and red signal of the city stands in the register once, in the month of its clock', async () => {
  const raised = await counted(`SELECT s.rung AS name, count(*)::int FROM signals s JOIN matters m ON m.id = s.matter_id WHERE s.rung IN ('yellow', 'red') AND m.kind IN ('case', 'serviceComplaint', 'rectification') GROUP BY 1`)
  const entered = await counted(`SELECT CASE f.grade WHEN 'minor' THEN 'yellow' ELSE 'red' END AS name, count(*)::int FROM findings f JOIN signals s ON s.id = f.signal_id JOIN matters m ON m.id = s.matter_id WHERE m.kind IN ('case', 'serviceComplaint', 'rectification') GROUP BY 1`)
  assert.ok((raised['red'] ?? 0) > 0 && (raised['yellow'] ?? 0) > 0)
  assert.deepEqual(entered, raised)
  const owedToTheSupervision = await counted(`SELECT f.grade AS name, count(*)::int FROM findings f JOIN signals s ON s.id = f.signal_id JOIN matters m ON m.id = s.matter_id WHERE m.kind IN ('finding', 'measure') GROUP BY 1`)
  assert.deepEqual(Object.keys(owedToTheSupervision).filter((grade) => grade !== 'minor'), [], 'no finding breeds findings that ask for anything')
  assert.deepEqual(await counted(`SELECT f.id::text AS name, 1 AS count FROM findings f JOIN signals s ON s.id = f.signal_id WHERE f.month <> to_char(s.reached_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`), {})
})

test('S-05 S-06 findings are explained and closed, appeals decided by somebody else, and measures follow from the ladder', async () => {
  assert.equal(lived.overtaken, 0)
  assert.deepEqual(await counted(`SELECT f.id::text AS name, 1 AS count FROM findings f JOIN matters m ON m.id = f.id WHERE m.state <> 'closed' AND m.state <> 'overturned' AND f.found_at < '2018-03-20+08'`), {})
  assert.deepEqual(await counted(`SELECT id::text AS name, 1 AS count FROM findings WHERE appealed_at IS NOT NULL AND closed_by = recorder`), {})
  const measures = await counted(`SELECT kind AS name, count(*)::int FROM measures GROUP BY 1`)
  assert.ok((measures['letter'] ?? 0) > 0 && (measures['talkByDivision'] ?? 0) > 0)
  const sources = await counted(`SELECT source AS name, count(*)::int FROM findings GROUP BY 1`)
  for (const source of ['signal', 'patrol', 'complaint', 'video', 'inspection']) assert.ok((sources[source] ?? 0) > 0, source)
})

test('S-19 complaints are taken up within five working days, but for a few, and each has come to its answer or waits for it', async () => {
  const [onTime, due] = await figure('supervision.complaints-decided-on-time')
  assert.ok(due !== null && due > 15 && onTime > 0.8 * due)
  const states = await counted(`SELECT state AS name, count(*)::int FROM matters WHERE kind = 'serviceComplaint' GROUP BY 1`)
  assert.equal(Object.values(states).reduce((sum, count) => sum + count, 0), 30)
  assert.ok((states['answered'] ?? 0) > 5)
})

test('S-21 a bulletin says what the figures say as of the instant at which it was issued, though findings came and fell since', async () => {
  const { items } = await office.call('supervision.list-bulletins', law, { limit: 100 })
  assert.ok(items.some(({ period }) => period === 'week') && items.some(({ period }) => period === 'month'))
  for (const { number, from, to, issuedAt } of items.filter((item) => item.from >= '2018-03-01')) {
    const { figures } = await office.call('supervision.get-bulletin', law, { number })
    assert.equal(figures.findings, (await figure('supervision.findings', { from, to, asOf: issuedAt }))[0], number)
  }
})

test('S-03 an office that begins its work long after the city was lived charges nobody for clocks that ran out then', async () => {
  office.clock.set(new Date('2019-07-01T08:00:00+08:00'))
  const before = await counted(`SELECT 'measures' AS name, count(*)::int FROM measures`)
  await office.call('kernel.raise-signals', law, {})
  const owner = new pg.Client({ connectionString: office.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ payload: InputOf<'supervision.open-from-signal'> }>(`SELECT j.payload FROM yimen_jobs._private_jobs j JOIN yimen_jobs._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'supervision.open-from-signal'`)
  await owner.end()
  const late = rows.map(({ payload }) => payload).filter(({ reachedAt }) => reachedAt > '2018-04-06')
  assert.ok(late.some(({ rung }) => rung === 'red'))
  for (const payload of late) await office.call('supervision.open-from-signal', law, payload)
  assert.deepEqual((await office.call('supervision.list-findings', law, { month: '2019-07' })).items, [])
  assert.deepEqual(await counted(`SELECT 'measures' AS name, count(*)::int FROM measures`), before)
  assert.deepEqual(await figure('supervision.findings', { from: '2019-07-01', to: '2019-07-31' }), [0, null])
})
