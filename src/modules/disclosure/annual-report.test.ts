import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { officeSchedule } from '#kernel/jobs/schedule.ts'
import { holderOf, staffCaller } from '#test/harness/callers.ts'
import { anAnnualReport, askedUnit, disclosurePeople } from '#test/harness/disclosure.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openAnnualReportsJob } from './jobs.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const january = new Date('2027-01-04T09:00:00+08:00')
beforeEach(() => office.clock.set(january))
const { officer, head } = await disclosurePeople(office)
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
async function aReport(): Promise<string> {
  await office.call('disclosure.open-annual-reports', law, {})
  return (await office.call('disclosure.get-annual-table', officer, { year: 2026, unitId: askedUnit })).report?.number ?? assert.fail('no report')
}
const seen = (number: string) => office.call('disclosure.get-annual-report', officer, { number })
const address = 'https://www.example.gov.cn/nianbao/2026.html'

test('O-13 from January on each unit with a disclosure institution owes its report about the year before, once, with a clock to 31 January', async () => {
  const { opened } = await office.call('disclosure.open-annual-reports', law, {})
  assert.ok(opened > 20)
  assert.deepEqual(await office.call('disclosure.open-annual-reports', law, {}), { opened: 0 })
  const number = await aReport()
  const { timers } = await office.call('disclosure.get-annual-report-clock', officer, { number })
  const [timer] = timers
  assert.deepEqual([timers.length, timer?.name, timer?.purpose], [1, 'publishReport', 'legal'])
  assert.match(timer?.legalReference ?? '', /第四十九条/)
  const report = await seen(number)
  // 31 January 2027 is a Sunday: the last day moves to the Monday after it (T-03).
  assert.deepEqual([report.year, report.state, report.dueAt, report.overdue], [2026, 'owed', '2027-02-02T00:00:00+08:00', false])
  const { rows } = await office.database.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM notifications n JOIN matters m ON m.id = n.matter_id WHERE m.number = $1`, [number])
  assert.equal(rows[0]?.count, 1)
})

test('O-13 a report that is not published when the day is over is overdue and raises the signals of its clock; published, its duty is done', async () => {
  const number = await aReport()
  office.clock.set(new Date('2027-02-02T09:00:00+08:00'))
  assert.equal((await seen(number)).overdue, true)
  await office.call('kernel.raise-signals', law, {})
  const { rows } = await office.database.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM signals s JOIN timers t ON t.id = s.timer_id JOIN matters m ON m.id = t.matter_id WHERE m.number = $1`, [number])
  assert.ok((rows[0]?.count ?? 0) > 0)
  const published = await office.call('disclosure.publish-annual-report', head, { number, address })
  assert.deepEqual([published.state, published.address, published.dueAt, published.commands], ['published', address, null, []])
  await assert.rejects(office.call('disclosure.publish-annual-report', head, { number, address }), { code: 'lifecycle.command-not-allowed' })
  const { report } = await office.call('disclosure.get-annual-table', officer, { year: 2026, unitId: askedUnit })
  assert.equal(report?.publishedAt, '2027-02-02T09:00:00+08:00')
})

test('O-13 who answers for the disclosure of the unit publishes its report; an officer reads it, and to a foreign unit there is none', async () => {
  const number = await anAnnualReport(office)
  await assert.rejects(office.call('disclosure.publish-annual-report', officer, { number, address }), refused('contract.not-permitted'))
  const foreign = await holderOf(office, 'disclosureHead', 'minzheng')
  await assert.rejects(office.call('disclosure.publish-annual-report', foreign, { number, address }), refused('disclosure.annual-report-unknown'))
  await assert.rejects(office.call('disclosure.publish-annual-report', head, { number, address: 'javascript:alert(1)' }), refused('contract.invalid-input'))
  assert.deepEqual((await office.call('disclosure.get-annual-report', await staffCaller(office, 'HD0013'), { number })).commands, [])
  assert.deepEqual((await office.call('disclosure.get-annual-report', head, { number })).commands, ['publish'])
})

test('O-13 after the day that the law names no report is opened any more', async () => {
  office.clock.set(new Date('2029-02-01T09:00:00+08:00'))
  assert.deepEqual(await office.call('disclosure.open-annual-reports', law, {}), { opened: 1 }, 'that of the government, whose day is 31 March')
  office.clock.set(new Date('2030-04-01T09:00:00+08:00'))
  assert.deepEqual(await office.call('disclosure.open-annual-reports', law, {}), { opened: 0 })
})

test('O-13 reports that are owed are looked for every night from January to March, because a government owes its own until 31 March', () => {
  const isDue = officeSchedule(openAnnualReportsJob.schedule ?? assert.fail('it has no schedule'), office.clock)
  const nights = Array.from({ length: 365 }, (_, day) => new Date(Date.parse('2027-01-01T00:20:00+08:00') + day * 86_400_000))
  const looks = nights.filter((at) => isDue({ min: at.getUTCMinutes(), hour: at.getUTCHours(), date: at.getUTCDate(), month: at.getUTCMonth() + 1, dow: at.getUTCDay() }))
  assert.deepEqual([looks.length, looks[0]?.toISOString(), looks.at(-1)?.toISOString()], [90, '2026-12-31T16:20:00.000Z', '2027-03-30T16:20:00.000Z'])
})
