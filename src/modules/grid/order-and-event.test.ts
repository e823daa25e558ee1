import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { anEvent, gridPeople, seenEvent, verify } from '#test/harness/grid.ts'
import { anOrder, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat, lead, handler } = await hotlinePeople(office)
const { town, worker } = await gridPeople(office)

/** An event and an order about the same matter, linked by the seat. */
async function linked(event: { readonly number: string }, order: { readonly number: string }) {
  return office.call('grid.link-order', seat, { number: event.number, orderNumber: order.number })
}

test('G-05 of an order and an event that are linked the earlier due date holds: here the event’s', async () => {
  const event = await anEvent(office, 'disposing')
  const order = await anOrder(office, 'handling')
  await linked(event, order)
  const due = (await seenEvent(office, town, event.number)).clocks.find(({ name }) => name === 'dispose')?.dueAt
  const after = await seen(office, seat, order.number)
  assert.deepEqual([after.state, after.clocks.map(({ name, dueAt }) => [name, dueAt])], ['inGrid', [['handle', due]]])
  assert.deepEqual((await seenEvent(office, town, event.number)).orderNumber, order.number)
})

test('G-05 and here the order’s, because it was earlier', async () => {
  office.clock.set(new Date('2026-09-10T16:30:00+08:00'))
  const order = await anOrder(office, 'dispatched', { kind: 'help', emergency: true })
  const event = await anEvent(office, 'disposing')
  const before = (await seenEvent(office, town, event.number)).clocks[0]?.dueAt
  await linked(event, order)
  const [clock] = (await seenEvent(office, town, event.number)).clocks
  assert.deepEqual([before, clock?.dueAt], ['2026-09-11T16:30:00+08:00', '2026-09-11T00:00:00+08:00'])
  assert.equal((await seen(office, seat, order.number)).clocks[0]?.dueAt, clock?.dueAt)
  office.clock.set(mondayMorning)
})

test('G-05 one action closes both: the order is answered with the result of the event and called back', async () => {
  const event = await anEvent(office, 'disposing')
  const order = await anOrder(office, 'handling')
  await linked(event, order)
  await assert.rejects(office.call('hotline.reply-order', handler, { number: order.number, reply: '我单位已经处理完毕，请放心。' }), { code: 'lifecycle.command-not-allowed' })
  await office.call('grid.feed-back-event', worker, { number: event.number, treatment: '已清运' })
  await verify(office, event.number)
  await office.call('grid.conclude-event', town, { number: event.number, result: '现场核查，垃圾已清理。' })
  const answered = await seen(office, seat, order.number)
  assert.deepEqual([answered.state, answered.reply?.text, answered.clocks.map(({ name }) => name)], ['awaitingCallback', '现场核查，垃圾已清理。', ['callback']])
  assert.equal((await office.call('hotline.get-progress', anonymous, { number: order.number, code: order.queryCode })).reply, '现场核查，垃圾已清理。')
  assert.equal((await office.call('hotline.record-callback', seat, { number: order.number, satisfaction: 'satisfied', solved: true, note: '满意' })).state, 'closed')
})

test('G-05 an event has one order and an order one event, and a secret order stays in the hotline', async () => {
  const [event, other] = [await anEvent(office, 'registered'), await anEvent(office, 'registered')]
  const order = await anOrder(office)
  await linked(event, order)
  await assert.rejects(linked(event, await anOrder(office)), { code: 'grid.already-linked' })
  await assert.rejects(linked(other, order), { code: 'lifecycle.command-not-allowed' })
  await assert.rejects(linked(other, await anOrder(office, 'registered', { secret: true })), { code: 'hotline.order-not-for-grid' })
  await assert.rejects(office.call('grid.link-order', town, { number: other.number, orderNumber: order.number }), { code: 'contract.not-permitted' })
  assert.equal((await seen(office, lead, order.number)).state, 'inGrid')
})
