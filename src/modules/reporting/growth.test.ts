import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OutputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import type { Day } from '#kernel/time/day.ts'
import { aSubmittedCase, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const metric = 'cases.received-growth'
const september: { readonly from: Day; readonly to: Day } = { from: '2027-09-01', to: '2027-09-30' }

before(async () => {
  setTime(office, '2026-09-07')
  for (const channel of ['online', 'online', 'window'] as const) await aSubmittedCase(office, { channel })
  setTime(office, '2026-09-21')
  await aSubmittedCase(office)
  setTime(office, '2027-09-06')
  for (const channel of ['online', 'online', 'online', 'window'] as const) await aSubmittedCase(office, { channel })
  setTime(office, '2027-09-20')
  for (const _ of ['one', 'two']) await aSubmittedCase(office)
  setTime(office, '2027-10-08')
})

async function growth(changes: { readonly from?: Day; readonly to?: Day; readonly asOf?: string; readonly channel?: string } = {}): Promise<OutputOf<'reporting.get-figure'>['figure']> {
  return (await office.call('reporting.get-figure', law, { metric, ...september, ...changes })).figure
}

test('S-21 six cases after four of the same month a year before have grown by half, and the figure compares itself with nothing else', async () => {
  const { value, numerator, denominator, counted, listed, yearBefore } = await growth()
  assert.deepEqual({ value, numerator, denominator, counted, listed, yearBefore }, { value: '50.00%', numerator: 2, denominator: 4, counted: 6, listed: 10, yearBefore: undefined })
})

test('S-21 as of an instant the year before is seen from the same distance: what came later in that month does not count either', async () => {
  const { value, numerator, denominator } = await growth({ asOf: '2027-09-10T12:00:00+08:00' })
  assert.deepEqual([value, numerator, denominator], ['33.33%', 1, 3])
})

test('the list behind a growth has the cases of both years, those of the year before uncounted', async () => {
  const { items } = await office.call('reporting.list-figure-rows', law, { metric, ...september, limit: 100 })
  const years = items.map(({ at, counted }) => [at?.slice(0, 4), counted])
  assert.deepEqual(years.toSorted((a, b) => Number(a[0]) - Number(b[0])), [...Array.from({ length: 4 }, () => ['2026', false]), ...Array.from({ length: 6 }, () => ['2027', true])])
  assert.equal(new Set(items.map(({ key }) => key)).size, 10)
})

test('a growth is asked for a part and divided into its parts, each against the same part of the year before', async () => {
  const window = await growth({ channel: 'window' })
  assert.deepEqual([window.value, window.numerator, window.denominator], ['0.00%', 0, 1])
  const { parts } = await office.call('reporting.get-figure', law, { metric, ...september, by: 'channel' })
  assert.deepEqual(parts.map(({ part, value, numerator, denominator }) => [part, value, numerator, denominator]), [['online', '66.67%', 2, 3], ['window', '0.00%', 0, 1]])
})

test('without a year before, or without anything this year, nothing has grown', async () => {
  setTime(office, '2028-10-09')
  const first = await growth({ from: '2026-09-01', to: '2026-09-30' })
  assert.deepEqual([first.value, first.numerator, first.denominator], [null, 4, 0])
  const empty = await growth({ from: '2028-09-01', to: '2028-09-30' })
  assert.deepEqual([empty.value, empty.numerator, empty.denominator], [null, -6, 6])
})
