import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { administrator, clerk, headOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const supervisorId = 'HD0013'

before(async () => {
  await aDecidedCase(office)
  await anAcceptedCase(office)
  await aSubmittedCase(office)
  office.clock.set(new Date('2026-09-16T10:00:00+08:00'))
})

async function wall(asOf?: string) {
  return office.call('reporting.get-wall', await staffCaller(office, supervisorId), { period: 'month', ...(asOf !== undefined && { asOf }) })
}

test('C-24 the wall says what is late and still open inside the rate of those on time', async () => {
  const { figures } = await wall()
  const onTime = figures.find(({ metric }) => metric === 'cases.on-time-rate')
  assert.deepEqual([onTime?.numerator, onTime?.denominator], [1, 2])
  assert.deepEqual(onTime?.beside.map(({ metric, numerator }) => [metric, numerator]), [['cases.overdue-open', 1]])
})

test('the units of the wall add up to the figure, and its curve to what was received', async () => {
  const { figures, units, curve, halls } = await wall()
  const onTime = figures.find(({ metric }) => metric === 'cases.on-time-rate')
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  assert.equal(sum(units.map(({ due }) => due)), onTime?.denominator)
  assert.equal(sum(units.map(({ onTime: counted }) => counted)), onTime?.numerator)
  assert.equal(sum(units.map(({ lateOpen }) => lateOpen)), 1)
  assert.equal(curve.length, 16)
  assert.equal(sum(curve.map(({ received }) => received)), 3)
  assert.equal(sum(halls.map(({ received }) => received)), 3)
})

test('what the leader saw on the seventh in the evening is shown as it was, whatever happened since', async () => {
  const { figures, today, cutOffAt } = await wall('2026-09-07T20:00:00+08:00')
  assert.equal(cutOffAt, '2026-09-07T20:00:00+08:00')
  assert.equal(figures.find(({ metric }) => metric === 'cases.on-time-rate')?.value, '100.00%')
  assert.deepEqual(Object.fromEntries(today.map(({ metric, numerator }) => [metric, numerator])), { 'cases.received': 3, 'cases.accepted': 2, 'cases.decided': 1, 'cases.unaccepted': 1, 'cases.open': 2 })
})

test('an instant that has not come is now', async () => {
  assert.equal((await wall('2030-01-01T00:00:00+08:00')).cutOffAt, '2026-09-16T10:00:00+08:00')
})

test('the wall is for those who lead and supervise, not for the public, a clerk or a reviewer', async () => {
  for (const caller of [anonymous, await clerk(office), await reviewerOf(office, foodLicence.unit)]) await assert.rejects(office.call('reporting.get-wall', caller, {}))
  for (const caller of [await administrator(office), await headOf(office, foodLicence.unit)]) assert.ok((await office.call('reporting.get-wall', caller, {})).figures.length > 0)
})

test('the head of a unit opens the lists of that unit and of no other', async () => {
  const head = await headOf(office, foodLicence.unit)
  const asked = { metric: 'cases.received', from: '2026-09-01', to: '2026-09-30' } as const
  assert.equal((await office.call('reporting.list-figure-rows', head, { ...asked, unitId: foodLicence.unit })).items.length, 3)
  for (const part of [{}, { unitId: 'minzheng' }]) await assert.rejects(office.call('reporting.list-figure-rows', head, { ...asked, ...part }), { code: 'reporting.list-not-yours' })
  const { opens } = await office.call('reporting.get-wall', head, {})
  assert.deepEqual(opens, { unitIds: [foodLicence.unit], hallId: null })
})

test('what came over the network has no hall and a list of its own, which opens no more than the lists of a hall do', async () => {
  const supervisor = await staffCaller(office, supervisorId)
  const asked = { metric: 'cases.received', from: '2026-09-01', to: '2026-09-30', hallId: 'none' } as const
  const { halls } = await wall()
  const { items } = await office.call('reporting.list-figure-rows', supervisor, asked)
  assert.equal(items.length, halls.find(({ hallId }) => hallId === null)?.received)
  assert.ok(items.length > 0)
  await assert.rejects(office.call('reporting.list-figure-rows', await headOf(office, foodLicence.unit), asked), { code: 'reporting.list-not-yours' })
})

test('a figure divided by any of its dimensions adds up to the figure', async () => {
  const caller = await staffCaller(office, supervisorId)
  for (const by of ['unitId', 'hallId', 'windowId', 'item', 'channel', 'regionCode', 'kind', 'day'] as const) {
    const { figure, parts } = await office.call('reporting.get-figure', caller, { metric: 'cases.online-rate', from: '2026-09-01', to: '2026-09-30', by })
    assert.equal(parts.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0), figure.denominator, by)
    assert.equal(parts.reduce((sum, { numerator }) => sum + numerator, 0), figure.numerator, by)
  }
})

test('a figure stands beside that of the year before, counts in percent and rates in points; without one nothing is compared', async () => {
  const caller = await staffCaller(office, supervisorId)
  const asked = { from: '2026-09-01', to: '2026-09-30' } as const
  const { figure } = await office.call('reporting.get-figure', caller, { metric: 'cases.received', ...asked })
  assert.deepEqual(figure.yearBefore, { numerator: 0, denominator: null, value: null, changePercent: null, changePoints: null })
  office.clock.set(new Date('2027-09-16T10:00:00+08:00'))
  await aSubmittedCase(office)
  const nextYear = { from: '2027-09-01', to: '2027-09-30' } as const
  const { figure: received } = await office.call('reporting.get-figure', caller, { metric: 'cases.received', ...nextYear })
  assert.deepEqual(received.yearBefore, { numerator: 3, denominator: null, value: '3', changePercent: '-66.67%', changePoints: null })
  const { figure: online } = await office.call('reporting.get-figure', caller, { metric: 'cases.online-rate', ...nextYear })
  assert.deepEqual(online.yearBefore, { numerator: 3, denominator: 3, value: '100.00%', changePercent: null, changePoints: '0.00' })
})
