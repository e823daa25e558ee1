import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import { law } from '#kernel/access/caller.ts'
import { headOf, reviewerOf } from '#test/harness/callers.ts'
import { aSubmittedCase, anAcceptedCase, caseAs, clockOf, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { applyLapsedClocks } from './jobs.ts'

const office = await openTestOffice({ with: 'city' })
const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
await owner.connect()
after(async () => {
  await owner.end()
  await office.close()
})
beforeEach(() => setTime(office, '2026-09-07'))

test('C-01 two runs of the job at once let the law accept a case exactly once', async () => {
  const cases = await Promise.all([1, 2, 3].map(() => aSubmittedCase(office)))
  setTime(office, '2026-09-15', '00:05')
  await Promise.all([1, 2, 3].map(() => applyLapsedClocks.run(office.app.jobContext(), {})))
  for (const { number } of cases) {
    const seen = await caseAs(office, law, number)
    assert.deepEqual(seen.events.map((event) => event.command), ['submit', 'deem-accepted'])
    assert.deepEqual(seen.documents.map((document) => document.kind), ['receiptSlip', 'acceptanceVoucher'])
  }
})

test('the law does not act on a clock that somebody answered after the job had listed it', async () => {
  const { number } = await aSubmittedCase(office)
  await assert.rejects(office.call('cases.deem-accepted', law, { number }), { code: 'cases.clock-not-lapsed', details: { clocks: ['acceptance-notice'] } })
})

test('a command that had to wait for another one sees the clock as that one left it', async () => {
  const { number } = await anAcceptedCase(office)
  await owner.query('BEGIN')
  await owner.query('SELECT 1 FROM matters WHERE number = $1 FOR UPDATE', [number])
  const extended = office.call('cases.extend-case', await headOf(office, foodLicence.unit), { number, by: { value: 5, unit: 'WORKING_DAY' }, reason: '需要进一步核实' })
  await untilWaiting(1)
  const suspended = office.call('cases.suspend-case', await reviewerOf(office, foodLicence.unit), { number, cause: 'testing', reason: '样品送检' })
  await untilWaiting(2)
  await owner.query('COMMIT')
  await Promise.all([extended, suspended])
  const clock = await clockOf(office, number, 'legal-decision')
  assert.deepEqual([clock.extensions.length, clock.segments.map((segment) => segment.kind)], [1, ['running', 'stopped']])
})

/** Returns when so many connections wait for a lock in this database. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    await owner.query('SELECT pg_stat_clear_snapshot()')
    const { rows } = await owner.query<{ waiting: number }>(`SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
    if (rows[0]?.waiting === count) return
    await new Promise((resolve) => void setImmediate(resolve))
  }
}
