import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { instantAtEndOf, parseDay } from '#kernel/time/day.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aRecord, policy, publishingUnit } from '#test/harness/publication.ts'
import { countNormative } from './annual-counts.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

async function madeIn(year: number): Promise<number> {
  const [firstDay, lastDay] = [parseDay(`${year}-01-01`), parseDay(`${year}-12-31`)]
  return (await countNormative(office.app.db, { unitId: publishingUnit, firstDay, lastDay, until: instantAtEndOf(lastDay) })).made
}

test('O-13 a normative document is counted once, in the year of the later of two days: the day that it bears and the day on which it was published', async () => {
  const years = [2026, 2027, 2028]
  const made = async () => Promise.all(years.map(madeIn))
  const before = await made()
  const growth = async () => (await made()).map((count, at) => count - (before[at] ?? 0))
  office.clock.set(new Date('2026-12-31T23:30:00+08:00'))
  await aRecord(office, 'published', { ...policy, createdOn: '2026-12-28' })
  assert.deepEqual(await growth(), [1, 0, 0])
  office.clock.set(new Date('2027-01-11T09:00:00+08:00'))
  await aRecord(office, 'published', { ...policy, createdOn: '2026-12-28' })
  assert.deepEqual(await growth(), [1, 1, 0])
  await aRecord(office, 'published', { ...policy, createdOn: '2027-01-08' })
  assert.deepEqual(await growth(), [1, 2, 0])
})
