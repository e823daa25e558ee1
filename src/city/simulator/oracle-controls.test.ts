import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { judgeFigures } from '#test/oracle/judge-figures.ts'
import { type Judge, judges } from '#test/oracle/judges.ts'
import { livedOffice } from '#test/oracle/lived-office.ts'
import { dueNaively, type StoredClock } from '#test/oracle/naive-clock.ts'
import { dayAt, nameOf, shippedNotices, type Shut, workedDays } from '#test/oracle/naive-days.ts'
import { mayRead, type Reading } from '#test/oracle/who-may-read.ts'
import { getProfile } from './profiles.ts'

// Whoever judges is judged: a fault is planted behind the application's back, and the oracle has to find it.

const days = { from: '2018-03-05', to: '2018-03-08' } as const
const { office } = await livedOffice({ profile: getProfile('huadu-2018'), ...days, scale: 0.03 })
const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen -c session_replication_role=replica' })
await owner.connect()
after(async () => {
  await owner.end()
  await office.close()
})

interface Plant {
  readonly what: string
  readonly table: 'matters' | 'matter_events' | 'timers' | 'timer_segments' | 'figure_rollups' | 'access_log'
  readonly act: string
}

const oneEvent = '(matter_id, seq) IN (SELECT matter_id, seq FROM matter_events WHERE seq > 1 ORDER BY matter_id, seq LIMIT 1)'
const openClock = 'id IN (SELECT id FROM timers WHERE ended_at IS NULL AND due_at IS NOT NULL ORDER BY id LIMIT 1)'
/** A day more of calendar days may end on the same working day (T-03). */
const openClockOfWorkingDays = `id IN (SELECT id FROM timers WHERE ended_at IS NULL AND due_at IS NOT NULL AND body #>> '{budget,unit}' = 'WORKING_DAY' ORDER BY id LIMIT 1)`
const someMatter = (kind: string): string => `(SELECT * FROM matters WHERE kind = '${kind}' ORDER BY id LIMIT 1) m`
const readBy = (who: string, of: string): string => `INSERT INTO access_log (at, actor, act, subject_id, matter_id, purpose) SELECT m.opened_at + interval '1 minute', ${who}, 'unmask', m.subject_id, m.id, 'check' FROM ${of}`
const holding = (role: string, where = 'true'): string => `(SELECT 'staff:' || r.staff_id FROM role_assignments r WHERE r.role = '${role}' AND ${where} AND NOT EXISTS (SELECT FROM role_assignments o WHERE o.staff_id = r.staff_id AND o.role <> r.role AND o.role IN ('windowClerk', 'hotlineOperator', 'hotlineLead')) ORDER BY r.staff_id LIMIT 1)`

const plants: Readonly<Record<keyof typeof judges, readonly Plant[]>> = {
  'the ledger verifies, and the present of every matter is what its events say': [
    { what: 'an event tells of another hour', table: 'matter_events', act: `UPDATE matter_events SET at = at + interval '1 hour' WHERE ${oneEvent}` },
    { what: 'a matter has another outcome than its events', table: 'matters', act: `UPDATE matters SET outcome = 'planted' WHERE id IN (SELECT id FROM matters ORDER BY id LIMIT 1)` },
  ],
  'no matter stands in a state, nor came into one, that its life does not know': [
    { what: 'a matter stands elsewhere than its last step led', table: 'matters', act: `UPDATE matters SET state = 'issued' WHERE id IN (SELECT id FROM matters WHERE kind = 'case' AND state <> 'issued' ORDER BY id LIMIT 1)` },
    { what: 'a step leads where its command cannot', table: 'matter_events', act: `UPDATE matter_events SET command = 'withdraw' WHERE ${oneEvent}` },
    { what: 'a step leads into a state that is unknown', table: 'matter_events', act: `UPDATE matter_events SET to_state = 'planted' WHERE (matter_id, seq) IN (SELECT matter_id, seq FROM matter_events WHERE seq = 1 ORDER BY matter_id LIMIT 1)` },
    { what: 'an open matter is kept as closed', table: 'matters', act: 'UPDATE matters SET closed_at = opened_at WHERE id IN (SELECT id FROM matters WHERE closed_at IS NULL ORDER BY id LIMIT 1)' },
  ],
  'every clock is due on the day that a walk through the calendar comes to': [
    { what: 'a clock is due a day late', table: 'timers', act: `UPDATE timers SET due_at = due_at + interval '1 day' WHERE ${openClock}` },
    { what: 'a running clock has no date', table: 'timers', act: `UPDATE timers SET due_at = NULL WHERE ${openClock}` },
    { what: 'a clock has a day more than it was due by', table: 'timers', act: `UPDATE timers SET body = jsonb_set(body, '{budget,value}', to_jsonb((body #>> '{budget,value}')::int + 1)) WHERE ${openClockOfWorkingDays}` },
  ],
  'whose time it was is kept as the clocks tell it': [
    { what: 'a stretch is put on somebody else', table: 'timer_segments', act: `UPDATE timer_segments SET party_kind = 'applicant', party_id = NULL WHERE (timer_id, seq) IN (SELECT timer_id, seq FROM timer_segments WHERE party_kind = 'unit' ORDER BY timer_id, seq LIMIT 1)` },
    { what: 'a stretch is gone', table: 'timer_segments', act: 'DELETE FROM timer_segments WHERE (timer_id, seq) IN (SELECT timer_id, seq FROM timer_segments ORDER BY timer_id, seq LIMIT 1)' },
  ],
  'the roll-ups that were kept night by night can be built again from the ledger': [
    { what: 'a night counted one more', table: 'figure_rollups', act: 'UPDATE figure_rollups SET counted = counted + 1, listed = listed + 1 WHERE ctid IN (SELECT ctid FROM figure_rollups LIMIT 1)' },
    { what: 'a night is gone', table: 'figure_rollups', act: 'DELETE FROM figure_rollups WHERE ctid IN (SELECT ctid FROM figure_rollups LIMIT 1)' },
  ],
  'nobody saw what he may not see': [
    { what: 'a reviewer of another unit reads who applied', table: 'access_log', act: readBy(holding('reviewer', 'r.unit_id <> m.lead_unit_id AND r.unit_id NOT IN (SELECT unit_id FROM assignments a WHERE a.matter_id = m.id)'), someMatter('case')) },
    { what: 'a supervisor reads who called the hotline', table: 'access_log', act: readBy(holding('supervisor'), someMatter('workOrder')) },
    { what: 'a window clerk reads who called the hotline', table: 'access_log', act: readBy(holding('windowClerk'), someMatter('workOrder')) },
    { what: 'a citizen reads of another', table: 'access_log', act: readBy(`'person:' || (SELECT id FROM subjects ORDER BY id LIMIT 1)`, someMatter('case')) },
    { what: 'somebody reads of whom nobody knows who it was', table: 'access_log', act: readBy(`'anonymous'`, someMatter('case')) },
  ],
}

/** What a judge finds while something is planted; afterwards all is as it was. */
async function foundWith({ table, act }: Plant, judge: Judge): Promise<readonly string[]> {
  await owner.query(`CREATE TEMP TABLE kept AS TABLE ${table}`)
  try {
    assert.equal((await owner.query(act)).rowCount, 1)
    return await judge(office)
  } finally {
    await owner.query(`DELETE FROM ${table}`)
    await owner.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept`)
    await owner.query('DROP TABLE kept')
  }
}

for (const [says, judge] of Object.entries(judges) as [keyof typeof judges, Judge][]) {
  test(`it is seen when it is not so: ${says}`, async () => {
    assert.deepEqual(await judge(office), [])
    for (const plant of plants[says]) assert.notDeepEqual(await foundWith(plant, judge), [], plant.what)
    assert.deepEqual(await judge(office), [])
  })
}

test('it is seen when a figure says more than its list', async () => {
  const judge: Judge = (asked) => judgeFigures(asked, days)
  assert.deepEqual(await judge(office), [])
  const plant: Plant = { what: 'a figure counts one more', table: 'figure_rollups', act: `UPDATE figure_rollups SET counted = counted + 1, listed = listed + 1 WHERE ctid IN (SELECT ctid FROM figure_rollups WHERE metric = 'cases.accepted' LIMIT 1)` }
  assert.match((await foundWith(plant, judge)).join('\n'), /cases\.accepted .*says \d+ of \d+/)
})

const worked = workedDays(shippedNotices(), [])
const here = { region: '440114', hall: null }

function clock(unit: string, value: number, anchorAt: string, stops: readonly (readonly [string, string?])[] = []): StoredClock {
  const segments: StoredClock['segments'][number][] = []
  let since = anchorAt
  for (const [from, to] of stops) {
    segments.push({ kind: 'running', startedAt: since, endedAt: from }, { kind: 'stopped', startedAt: from, ...(to !== undefined && { endedAt: to }) })
    since = to ?? from
  }
  return { budget: { unit, value }, anchorAt, extensions: [], segments: stops.at(-1)?.length === 1 ? segments : [...segments, { kind: 'running', startedAt: since }] }
}

function lastDay(asked: StoredClock, isWorked = worked): string {
  const due = dueNaively(asked, (day) => isWorked(day, here))
  return due === undefined ? 'none' : nameOf(dayAt(due - 1))
}

test('T-01 T-03 T-07 the walk itself knows the Spring Festival, the make-up days and the end of a year that the next notice moved', () => {
  assert.equal(lastDay(clock('WORKING_DAY', 5, '2018-02-09T02:00:00Z')), '2018-02-22')
  assert.equal(lastDay(clock('WORKING_DAY', 1, '2018-12-28T02:00:00Z')), '2018-12-29')
  assert.equal(lastDay(clock('WORKING_DAY', 0, '2018-10-01T02:00:00Z')), '2018-10-08')
  assert.equal(lastDay(clock('CALENDAR_DAY', 10, '2018-02-08T02:00:00Z')), '2018-02-22')
  assert.equal(lastDay(clock('MONTH', 1, '2018-01-31T02:00:00Z')), '2018-02-28')
})

test('C-09 the walk leaves out the days of a stop but not the day of resuming, and knows no date while the stop lasts', () => {
  assert.equal(lastDay(clock('WORKING_DAY', 5, '2018-03-05T02:00:00Z', [['2018-03-07T02:00:00Z', '2018-03-09T02:00:00Z']])), '2018-03-14')
  assert.equal(lastDay(clock('WORKING_DAY', 5, '2018-03-05T02:00:00Z', [['2018-03-07T02:00:00Z']])), 'none')
})

test('T-02 the walk counts hours from the minute, and working hours through the noon break and the night', () => {
  assert.equal(dueNaively(clock('HOUR', 24, '2018-03-09T02:30:00Z'), () => true), Date.parse('2018-03-10T02:30:00Z'))
  assert.equal(dueNaively(clock('WORKING_HOUR', 8, '2018-03-09T02:30:00Z'), (day) => worked(day, here)), Date.parse('2018-03-12T03:30:00Z'))
})

test('T-16 the walk leaves out the days on which the place of a matter was shut, and no other place', () => {
  const shut: readonly Shut[] = [{ kind: 'hall', place: 'elsewhere', first: '2018-03-06', last: '2018-03-06' }, { kind: 'region', place: '440100', first: '2018-03-07', last: '2018-03-07' }]
  assert.equal(lastDay(clock('WORKING_DAY', 5, '2018-03-05T02:00:00Z'), workedDays(shippedNotices(), shut)), '2018-03-13')
})

const reading: Reading = { act: 'unmask', actor: 'staff:HD0001', purpose: 'contact', kind: 'workOrder', roles: [{ role: 'reviewer', unit: 'a' }], employer: 'a', units: ['a'], secret: false, concerned: null, recused: false, actsFor: false, ownFile: false, mailUnit: null }

test('H-11 the oracle lets the handling unit read who called, but not of a secret report, of itself, or when recused', () => {
  assert.equal(mayRead(reading), true)
  for (const changes of [{ secret: true }, { concerned: 'a' }, { recused: true }, { units: ['b'] }, { roles: [] }, { kind: 'unheardOf' }]) assert.equal(mayRead({ ...reading, ...changes }), false, JSON.stringify(changes))
})
