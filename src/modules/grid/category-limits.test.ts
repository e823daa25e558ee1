import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { administrator } from '#test/harness/callers.ts'
import { anEvent, gridPeople, seenEvent, verify } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { categories } from './categories.ts'

// Monday 7 September 2026, nine in the morning.
const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { town } = await gridPeople(office)
const keeper = await administrator(office)
const rain = 'grid.limit-p0103'

const hoursOf = async (category: string): Promise<number | undefined> => (await office.call('grid.list-categories', anonymous, {})).items.find(({ key }) => key === category)?.hours
const dueOf = async (number: string): Promise<string | undefined> => (await seenEvent(office, town, number)).clocks.find(({ name }) => name === 'dispose')?.dueAt

test('each class has a local rule of its own with the limit of the catalogue, until the city decides otherwise', async () => {
  const { items } = await office.call('kernel.list-settings', keeper, {})
  const limits = new Map(items.filter(({ key }) => key.startsWith('grid.limit-')).map(({ key, value, unit }) => [key, `${value} ${unit}`]))
  assert.deepEqual(limits, new Map(categories.map(({ key, hours }) => [`grid.limit-${key.toLowerCase()}`, `${hours} WORKING_HOUR`])))
  assert.equal(items.find(({ key }) => key === rain)?.title, '公用设施：雨水井盖')
})

test('the administrator shortens the limit of a class from a day on: what was filed before keeps its time, and everybody reads what holds', async () => {
  await office.call('kernel.change-setting', keeper, { key: rain, value: 2, validFrom: '2026-09-08', reason: '汛期井盖隐患压缩处置时限', document: '穗花政数〔2026〕18号' })
  const before = await anEvent(office, 'registered', { category: 'P0103' })
  const [due, hours] = [await dueOf(before.number), await hoursOf('P0103')]
  assert.equal(hours, 4)
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  const later = await anEvent(office, 'registered', { category: 'P0103' })
  assert.deepEqual([await hoursOf('P0103'), await dueOf(later.number), await hoursOf('P0104')], [2, '2026-09-08T11:00:00+08:00', 14])
  assert.equal(await dueOf(before.number), due)
  assert.notEqual(due, '2026-09-07T11:00:00+08:00')
})

test('an event that goes back to its handler gets the time that holds by then', async () => {
  await office.call('kernel.change-setting', keeper, { key: rain, value: 6, validFrom: '2026-09-09', reason: '汛期结束', document: '穗花政数〔2026〕19号' })
  const { number } = await anEvent(office, 'fedBack', { category: 'P0103' })
  office.clock.set(new Date('2026-09-09T09:00:00+08:00'))
  const filed = await anEvent(office, 'registered', { category: 'P0103' })
  await verify(office, number, false)
  assert.equal(await dueOf(number), await dueOf(filed.number))
})
