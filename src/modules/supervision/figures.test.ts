import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { personCaller } from '#test/harness/callers.ts'
import { aFinding, aLetter, supervisionPeople, thePatrol, watchedUnit } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { inspector, other, supervisor, head } = await supervisionPeople(office)
const figure = async (metric: string, asOf?: string) => {
  const { figure: shown } = await office.call('reporting.get-figure', supervisor, { metric, from: '2026-09-01', to: '2026-09-30', ...(asOf !== undefined && { asOf }) })
  return [shown.numerator, shown.denominator]
}

test('S-21 the figures of the register count what stands, and as of an instant stay what they were when a finding is overturned later', async () => {
  const { number } = await aFinding(office, { staffId: 'HD0076', unitId: watchedUnit })
  await aFinding(office, { grade: 'minor', staffId: 'HD0077', unitId: watchedUnit })
  await aLetter(office)
  const before = '2026-09-07T12:00:00+08:00'
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  assert.deepEqual(await figure('supervision.findings'), [3, null])
  assert.deepEqual(await figure('supervision.violations'), [1, null])
  assert.deepEqual(await figure('supervision.lettered-units'), [1, null])
  await office.call('supervision.appeal-finding', head, { number, reason: '有误。' })
  await office.call('supervision.decide-finding-appeal', other, { number, upheld: false, reasoning: '成立。' })
  assert.deepEqual([await figure('supervision.findings'), await figure('supervision.violations')], [[2, null], [0, null]])
  assert.deepEqual([await figure('supervision.findings', before), await figure('supervision.violations', before)], [[3, null], [1, null]])
})

test('S-04 a half-day is in order with four patrols made, and not with three', async () => {
  office.clock.set(new Date('2026-09-09T07:00:00+08:00'))
  const { number, visits } = await thePatrol(office)
  for (const { id, plannedAt } of visits.slice(0, 7)) {
    office.clock.set(new Date(plannedAt))
    await office.call('supervision.record-visit', inspector, { number, visitId: id })
  }
  office.clock.set(new Date('2026-09-09T19:00:00+08:00'))
  const { figure: ofHall } = await office.call('reporting.get-figure', supervisor, { metric: 'supervision.patrol-rate', from: '2026-09-09', to: '2026-09-09', hallId: 'qu-zhengwu' })
  assert.deepEqual([ofHall.numerator, ofHall.denominator], [1, 2])
})

test('S-19 the share of complaints decided in time divides by all that were due', async () => {
  office.clock.set(new Date('2026-09-10T09:00:00+08:00'))
  const person = await personCaller(office, 'zhang-xiaomei')
  const file = async () => (await office.call('supervision.file-complaint', person, { unitId: watchedUnit, title: '态度生硬', content: '问两句就不耐烦。' })).number
  const [one, two] = [await file(), await file()]
  await office.call('supervision.accept-complaint', inspector, { number: one })
  office.clock.set(new Date('2026-09-25T09:00:00+08:00'))
  assert.deepEqual(await figure('supervision.complaints-decided-on-time'), [1, 2])
  assert.deepEqual(await figure('supervision.complaints-overdue-open'), [1, null])
  await office.call('supervision.accept-complaint', inspector, { number: two })
  const { figure: later } = await office.call('reporting.get-figure', supervisor, { metric: 'supervision.complaints-decided-on-time', from: '2026-09-01', to: '2026-09-30' })
  assert.deepEqual([later.numerator, later.denominator, later.beside], [1, 2, [{ metric: 'supervision.complaints-overdue-open', name: '逾期未决定受理的投诉', numerator: 0 }]])
  assert.deepEqual(await figure('supervision.complaints-overdue-open', '2026-09-25T08:00:00+08:00'), [1, null])
})
