import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { judgeFigures } from '#test/oracle/judge-figures.ts'
import { judges } from '#test/oracle/judges.ts'
import { livedOffice } from '#test/oracle/lived-office.ts'
import { getProfile, type Profile } from './profiles.ts'

// The whole of 2018 in a hamlet: something every few days, from one New Year to the next.
const year = { from: '2018-01-01', to: '2018-12-31' } as const
const huadu = getProfile('huadu-2018')
const inYear = (count: number) => [{ ...year, count }] as const
const profile: Profile = {
  ...huadu,
  late: 0.1,
  corrected: 0.15,
  stopped: 0.15,
  volumes: inYear(160),
  orders: { volumes: inYear(100), kinds: huadu.orders?.kinds ?? { consult: 1, complaint: 1, report: 1, suggestion: 1, help: 1, other: 1 }, satisfied: 0.6843 },
  transferCalls: [{ ...year, count: 20, transfers: 16, connected: 12, satisfied: 11 }],
  events: [{ from: '2018-04-01', to: '2018-04-30', count: 12 }],
  disclosureApplications: inYear(20),
  records: inYear(48),
  complaints: [{ from: '2018-09-17', to: '2018-09-28', count: 4 }],
}
const { office, lived } = await livedOffice({ profile, ...year })
after(() => office.close())

test('a year is lived from its first day to its last', () => {
  assert.equal(lived.livedUntil, '2018-12-31')
  assert.ok((lived.begun['cases'] ?? 0) >= 150 && (lived.begun['orders'] ?? 0) >= 90, JSON.stringify(lived.begun))
})

for (const [says, judge] of Object.entries(judges)) test(`over a year: ${says}`, async () => assert.deepEqual(await judge(office), []))

test('over a year: every figure equals its list, of the year, of a quarter and as of the middle of the year', async () => {
  for (const changes of [{}, { from: '2018-07-01', to: '2018-09-30' }, { asOf: '2018-06-30T12:00:00+08:00' }] as const) assert.deepEqual(await judgeFigures(office, { ...year, ...changes }), [])
})
