import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { judgeClocks } from '#test/oracle/judge-clocks.ts'
import { judgeFigures, listOf } from '#test/oracle/judge-figures.ts'
import { judges } from '#test/oracle/judges.ts'
import { livedOffice } from '#test/oracle/lived-office.ts'
import { combinedRows } from '../../../scripts/figures/combined-rows.ts'
import { partSource } from '../../../scripts/figures/part-source.ts'
import { getProfile } from './profiles.ts'

// February 2018 with the Spring Festival, a fortieth of the district, with more defects, stops, applications for information and complaints than usual.
const month = { from: '2018-02-01', to: '2018-02-28' } as const
const profile = { ...getProfile('huadu-2018'), late: 0.15, corrected: 0.15, stopped: 0.15, withdrawn: 0.1, disclosureApplications: [{ ...month, count: 400 }], complaints: [{ ...month, count: 200 }] }
const { office, lived } = await livedOffice({ profile, ...month, scale: 0.025 })
after(() => office.close())

test('in a month every business of the district has begun something', () => {
  for (const business of ['cases', 'orders', 'calls', 'events', 'patrols', 'records', 'disclosureRequests', 'serviceComplaints']) assert.ok((lived.begun[business] ?? 0) > 0, business)
})

for (const [says, judge] of Object.entries(judges)) test(`over a month: ${says}`, async () => assert.deepEqual(await judge(office), []))

test('over a month: every figure equals its list, whole, by unit and as of its middle', async () => {
  const unitId = (await listOf(office, 'cases.accepted', month))[0]?.unitId ?? ''
  assert.notEqual(unitId, '')
  for (const changes of [{}, { unitId }, { asOf: '2018-02-14T12:00:00+08:00' }]) assert.deepEqual(await judgeFigures(office, { ...month, ...changes }), [])
})

test('nobody read without a trace: for every call-back the number was looked up, and the log tells who did it then', async () => {
  const { rows } = await office.database.pool.query<{ number: string; logged: boolean }>(`
    SELECT m.number, EXISTS (SELECT FROM access_log l WHERE l.matter_id = e.matter_id AND l.actor = e.actor AND l.at = e.at AND l.act = 'unmask' AND l.detail ->> 'purpose' = 'callBack') AS logged
    FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE e.command = 'call-back' AND e.actor LIKE 'staff:%'`)
  assert.ok(rows.length > 10)
  assert.deepEqual(rows.filter(({ logged }) => !logged), [])
})

test('rows 21, 22a, 27 and 29 of the register come out of the figures of a lived city', async () => {
  const rows = new Map((await combinedRows(partSource(office.app, month))).map(({ row, value }) => [row, value]))
  assert.match(rows.get('21') ?? '', /%.* \(\d+ ÷ \d+\); /)
  // One edition of each item was in force all the time.
  assert.match(rows.get('22a') ?? '', /^× 1\.00 /)
  assert.match(rows.get('27') ?? '', /^\d+\.\d\d% \([1-9]\d* ÷ [1-9]\d*\)$/)
  assert.match(rows.get('29') ?? '', /^[1-9]\d* of [1-9]\d*$/)
})

test('T-16 after a typhoon shuts the office, the region and a hall, every open clock is again due when the walk says', async () => {
  const order = { name: '台风停工', source: '区三防指挥部通知' } as const
  await office.call('kernel.add-closure', law, { from: '2018-03-05', to: '2018-03-06', ...order })
  await office.call('kernel.add-closure', law, { place: { kind: 'region', id: '440114' }, from: '2018-03-08', to: '2018-03-08', ...order })
  await office.call('kernel.add-closure', law, { place: { kind: 'hall', id: 'qu-zhengwu' }, from: '2018-03-12', to: '2018-03-13', ...order })
  assert.notDeepEqual(await judgeClocks(office), [])
  let moved = 0
  for (let more = true; more; ) {
    const batch = await office.call('kernel.recompute-due-dates', law, {})
    moved += batch.moved
    more = batch.more
  }
  assert.ok(moved > 10)
  assert.deepEqual(await judgeClocks(office), [])
})
