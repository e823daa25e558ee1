import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { administrator, staffCaller } from '#test/harness/callers.ts'
import { anOrder, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { seat, head } = await hotlinePeople(office)
beforeEach(() => office.clock.set(mondayMorning))
after(async () => {
  await pages.close()
  await office.close()
})

async function sentAbout(number: string): Promise<string> {
  const { items } = await office.call('kernel.list-sent-messages', await staffCaller(office, 'HD0011'), { limit: 20 })
  return items.flatMap(({ text }) => (text?.includes(number) ? [text] : [])).join('\n')
}

test('T-14 the due day of an order that reaches into a year without arrangement is marked wherever it is shown: order, list, progress, pages and message', async () => {
  office.clock.set(new Date('2026-12-28T09:00:00+08:00'))
  const { number, queryCode } = await anOrder(office, 'handling')
  const clock = (await seen(office, seat, number)).clocks.find(({ name }) => name === 'handle')
  assert.deepEqual([clock?.dueAt, clock?.provisional], ['2027-01-05T00:00:00+08:00', true])
  const { items } = await office.call('hotline.list-orders', head, { limit: 100 })
  assert.equal(items.find((item) => item.number === number)?.dueProvisional, false, 'the clock that ends next is the one of the return, in hours')
  const progress = await office.call('hotline.get-progress', anonymous, { number, code: queryCode })
  assert.deepEqual([progress.dueAt, progress.dueProvisional], ['2027-01-05T00:00:00+08:00', true])
  assert.match((await pages.post('/appeals', anonymous, { no: number, code: queryCode })).html, /1月4日 周一（暂定）/)
  assert.match((await pages.get(`/hotline/orders/${number}`, seat)).html, /1月4日 周一（暂定）/)
  await office.call('hotline.extend-order', head, { number, days: 2, reason: '需要委托检测' })
  assert.match(await sentAbout(number), /延至2027年1月6日（暂定/)
  const { number: registered } = await anOrder(office)
  assert.equal((await office.call('hotline.list-orders', seat, { view: 'toDispatch', limit: 100 })).items.find((item) => item.number === registered)?.dueProvisional, true)
  assert.match((await pages.get('/hotline/orders?view=toDispatch', seat)).html, /1月4日 周一（暂定）/)
})

test('T-14 the due day of an order within the years that are arranged bears no mark, and an extension names the last day that is in time', async () => {
  const { number } = await anOrder(office, 'handling')
  assert.equal((await seen(office, seat, number)).clocks.some(({ provisional }) => provisional), false)
  await office.call('hotline.extend-order', head, { number, days: 2, reason: '需要委托检测' })
  assert.match(await sentAbout(number), /延至2026年9月16日。/)
})

test('T-16 a region that is shut by order moves its orders, and the order shows the moved day', async () => {
  const { number, queryCode } = await anOrder(office, 'handling')
  await office.call('kernel.add-closure', await administrator(office), { place: { kind: 'region', id: '440114' }, from: '2026-09-10', to: '2026-09-10', name: '台风停工', source: '三防指挥部通告' })
  while ((await office.call('kernel.recompute-due-dates', law, {})).more);
  assert.equal((await seen(office, seat, number)).clocks.find(({ name }) => name === 'handle')?.dueAt, '2026-09-16T00:00:00+08:00')
  assert.equal((await office.call('hotline.get-progress', anonymous, { number, code: queryCode })).dueAt, '2026-09-16T00:00:00+08:00')
  const next = await anOrder(office)
  assert.equal((await seen(office, seat, next.number)).clocks[0]?.dueAt, '2026-09-16T00:00:00+08:00')
})
