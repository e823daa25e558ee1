import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { type CityLife, type LivedCity, liveCity } from './live.ts'
import { unitsWithBoth } from './official-year.ts'
import { getProfile, type Profile } from './profiles.ts'
import { statedClasses, statedMicroblogs, statedWebsite, statedWechat } from './publication-volumes.ts'

/** Of the city of S004 only what is published and asked for, over the turn of a year: a tenth of the quarter's records, all of its applications. */
const { transferCalls: _calls, orders: _orders, events: _events, complaints: _complaints, ...huadu } = getProfile('huadu-2018')
const period = { from: '2017-11-27', to: '2018-01-12' } as const
const profile: Profile = { ...huadu, volumes: [], records: [{ ...period, count: 176 }], disclosureApplications: [{ ...period, count: 52 }] }
const life: CityLife = { profile, from: '2017-11-27', to: '2018-02-28', seed: '1', width: 8, elapsedMs: () => 0 }

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
let lived: LivedCity
before(async () => {
  lived = await liveCity(office.app, life)
  office.clock.set(new Date('2018-03-01T08:00:00+08:00'))
})

async function figure(metric: string, by: { readonly channel?: string; readonly kind?: string; readonly to?: string } = {}): Promise<readonly [number, number | null]> {
  const { figure: shown } = await office.call('reporting.get-figure', law, { metric, from: '2017-11-27', to: '2018-02-28', ...by })
  return [shown.numerator, shown.denominator]
}

async function counted(query: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await office.database.pool.query<{ name: string; count: number }>(query)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

test('every record and every application comes to the end that was planned for it', async () => {
  assert.equal(lived.overtaken, 0)
  assert.deepEqual(lived.begun, { records: 176, disclosureRequests: 52 })
  const open = await counted(`SELECT m.number AS name, 1 AS count FROM matters m WHERE kind IN ('publicRecord', 'disclosureRequest') AND state NOT IN ('published', 'withdrawn', 'withheld', 'repealed', 'expired', 'closed', 'abandoned')`)
  assert.deepEqual(open, {})
})

test('O-02 the records come out in the classes and channels of S004, and the classes add up to the whole', async () => {
  const [records] = await figure('publication.records')
  assert.equal(records, 176)
  let sum = 0
  for (const [kind, stated] of Object.entries(statedClasses)) {
    const [count] = await figure('publication.records', { kind })
    sum += count
    assert.ok(Math.abs(count - stated / 10) <= 2, `${kind}: ${count}`)
  }
  assert.equal(sum, records)
  assert.deepEqual(await figure('publication.channel-publications', { channel: 'portal' }), [176, null])
  for (const [channel, stated] of [['website', statedWebsite], ['microblog', statedMicroblogs], ['wechat', statedWechat]] as const) {
    const [posts] = await figure('publication.channel-publications', { channel })
    assert.ok(Math.abs(posts - stated / 10) <= 3, `${channel}: ${posts}`)
  }
})

test('O-01 O-17 whoever reviewed a record wrote none of it, and only few were published late', async () => {
  assert.deepEqual(await counted(`SELECT r.id::text AS name, 1 AS count FROM secrecy_reviews r JOIN record_editions e ON e.record_id = r.record_id AND e.edition = r.edition WHERE r.reviewer = ANY(e.writers)`), {})
  assert.deepEqual(await counted(`SELECT p.record_id::text AS name, 1 AS count FROM record_publications p WHERE NOT EXISTS (SELECT FROM secrecy_reviews r WHERE r.record_id = p.record_id AND r.edition = p.edition AND r.decision = 'clear')`), {})
  const [onTime, due] = await figure('publication.on-time-rate')
  assert.ok(due !== null && onTime < due && onTime > 0.95 * due)
})

test('O-03 O-07 O-08 the applications come in by every way and get every kind of answer, all in time as in S004', async () => {
  const channels = await counted(`SELECT channel AS name, count(*)::int FROM matters WHERE kind = 'disclosureRequest' GROUP BY 1`)
  assert.deepEqual(Object.keys(channels).toSorted(), ['email', 'fax', 'inPerson', 'online', 'ordinaryMail', 'registeredMail'])
  const kinds = await counted(`SELECT answer_kind AS name, count(*)::int FROM disclosure_requests WHERE answered_at IS NOT NULL GROUP BY 1`)
  assert.equal(Object.keys(kinds).length, 9)
  const commands = await counted(`SELECT e.command AS name, count(*)::int FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE m.kind = 'disclosureRequest' GROUP BY 1`)
  for (const command of ['request-clarification', 'clarify', 'consult', 'record-opinion', 'lapse-opinion', 'extend', 'demand-fee', 'record-payment', 'waive-fee', 'return-draft', 'deliver', 'record-remedy', 'abandon', 'withdraw']) assert.ok((commands[command] ?? 0) > 0, command)
  assert.deepEqual(await figure('disclosure.requests', { to: period.to }), [52, null])
  const [onTime, due] = await figure('disclosure.on-time-rate')
  assert.equal(onTime, due)
})

test('O-13 the annual tables add up: what came in and was carried in is answered or carried out, and all units make the whole', async () => {
  const table = (year: number, unitId?: string) => office.call('disclosure.get-annual-table', law, { year, ...(unitId !== undefined && { unitId }) })
  const of = ({ rows }: Awaited<ReturnType<typeof table>>, key: string): readonly number[] => rows.find((row) => row.key === key)?.counts ?? []
  const plus = (one: readonly number[], other: readonly number[]): readonly number[] => other.map((count, column) => count + (one[column] ?? 0))
  const [before, year] = [await table(2017), await table(2018)]
  for (const whole of [before, year]) assert.deepEqual(plus(of(whole, 'received'), of(whole, 'carriedIn')), plus(of(whole, 'results'), of(whole, 'carriedOut')))
  assert.ok(of(before, 'carriedOut').some((count) => count > 0))
  assert.deepEqual(of(year, 'carriedIn'), of(before, 'carriedOut'))
  const units = await Promise.all(unitsWithBoth('disclosureOfficer', 'disclosureHead').filter((unitId) => unitId !== 'qu-zhengfu').map((unitId) => table(2018, unitId)))
  for (const { key, counts } of year.rows) assert.deepEqual(units.map((unit) => of(unit, key)).reduce(plus), counts, key)
  assert.deepEqual((await table(2018, 'qu-zhengfu')).rows, year.rows)
  assert.equal((before.rows.find(({ key }) => key === 'received')?.total ?? 0) + (year.rows.find(({ key }) => key === 'received')?.total ?? 0), 52)
})
