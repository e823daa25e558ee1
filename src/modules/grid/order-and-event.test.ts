import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { anEvent, gridPeople, seenEvent, verify } from '#test/harness/grid.ts'
import { anOrder, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
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

/** A caller whose order was handed over before any unit had it: answered with what the event came to, dissatisfied, and the hotline finds him right. */
async function doneOnceMore() {
  const event = await anEvent(office, 'disposing')
  const order = await anOrder(office)
  await linked(event, order)
  await office.call('grid.feed-back-event', worker, { number: event.number, treatment: '已清运' })
  await verify(office, event.number)
  await office.call('grid.conclude-event', town, { number: event.number, result: '现场核查，垃圾已清理。' })
  const redo = await office.call('hotline.record-callback', seat, { number: order.number, satisfaction: 'dissatisfied', solved: false, unitFault: true, note: '垃圾又堆了起来' })
  return { order, redo }
}

test('G-05 H-07 what the grid did for the hotline and the caller is not satisfied with comes back to the hotline with a time of its own, is dispatched, replied to and called back', async () => {
  const { order, redo } = await doneOnceMore()
  assert.deepEqual([redo.state, redo.redos, redo.clocks.map(({ name, dueAt }) => [name, dueAt.slice(0, 10)]), redo.commands.filter((one) => ['dispatch', 'reject', 'link'].includes(one))], ['registered', 1, [['handle', '2026-09-15']], ['dispatch']])
  await assert.rejects(office.call('hotline.reject-order', seat, { number: order.number, rejectionClass: 'noNewFacts', toldChannel: 'phone', explanation: '已经办结。' }), { code: 'hotline.already-replied' })
  const { items } = await office.call('hotline.list-orders', seat, { view: 'toDispatch', limit: 100 })
  assert.ok(items.some(({ number }) => number === order.number))
  assert.equal((await office.call('hotline.dispatch-order', seat, { number: order.number, category: 'market', mainUnitId: 'shichang-jianguan' })).state, 'dispatched')
  await office.call('hotline.sign-order', handler, { number: order.number })
  await office.call('hotline.reply-order', handler, { number: order.number, reply: '已重新清理，并安排专人每日巡查。' })
  assert.equal((await office.call('hotline.check-reply', lead, { number: order.number, passed: true, remark: '答复完整。' })).state, 'awaitingCallback')
  assert.equal((await office.call('hotline.record-callback', seat, { number: order.number, satisfaction: 'satisfied', solved: true, note: '满意' })).state, 'closed')
})

test('G-05 H-07 an order that is done once more may go to the grid again, with another event', async () => {
  const { order } = await doneOnceMore()
  const again = await anEvent(office, 'disposing')
  await linked(again, order)
  assert.deepEqual([(await seen(office, seat, order.number)).state, (await seenEvent(office, town, again.number)).orderNumber], ['inGrid', order.number])
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

/** Half past four, when an emergency has to be dealt with by midnight and an event has until the next afternoon. */
const lateAfternoon = new Date('2026-09-10T16:30:00+08:00')
const midnight = '2026-09-11T00:00:00+08:00'

/** An emergency order, due at midnight, and an event at this stage, linked. */
async function linkedToEmergency(stage: Parameters<typeof anEvent>[1]): Promise<{ readonly event: string; readonly order: string }> {
  office.clock.set(lateAfternoon)
  const { number: order } = await anOrder(office, 'dispatched', { kind: 'help', emergency: true })
  const { number: event } = await anEvent(office, stage)
  await linked({ number: event }, { number: order })
  return { event, order }
}

/** When the two are due. */
async function dueDates({ event, order }: { readonly event: string; readonly order: string }) {
  return { event: (await seenEvent(office, town, event)).clocks.map(({ dueAt }) => dueAt), order: (await seen(office, seat, order)).clocks.map(({ dueAt }) => dueAt) }
}

const atMidnight = { event: [midnight], order: [midnight] }

test('G-05 an event that is not filed gives the order back to the hotline, with the reason', async () => {
  const event = await anEvent(office)
  const order = await anOrder(office)
  await linked(event, order)
  await office.call('grid.decline-event', town, { number: event.number, reason: 'notGovernmentDuty', explanation: '属于小区物业管理范围，不予立案。' })
  const given = await seen(office, seat, order.number)
  assert.deepEqual([given.state, given.clocks.map(({ name }) => name), given.commands.includes('dispatch'), given.notes.map(({ text }) => text)], ['registered', ['handle'], true, ['属于小区物业管理范围，不予立案。']])
  assert.equal((await office.call('hotline.dispatch-order', seat, { number: order.number, category: 'market', mainUnitId: 'shichang-jianguan', assistants: [] })).state, 'dispatched')
})

test('G-05 filing a linked event begins no time beyond the due date of the order', async () => {
  const both = await linkedToEmergency('reported')
  await office.call('grid.file-event', town, { number: both.event })
  assert.deepEqual(await dueDates(both), atMidnight)
})

test('G-05 filing a linked event leaves it its own time where that ends first', async () => {
  const event = await anEvent(office)
  await linked(event, await anOrder(office))
  await office.call('grid.file-event', town, { number: event.number })
  assert.deepEqual((await seenEvent(office, town, event.number)).clocks.map(({ dueAt }) => dueAt), ['2026-09-07T17:00:00+08:00'])
})

test('G-05 what is not as reported goes back to the handler within the due date of the order', async () => {
  const both = await linkedToEmergency('fedBack')
  await verify(office, both.event, false)
  assert.deepEqual(await dueDates(both), atMidnight)
})

test('G-05 an extension of a linked event does not move the date that the caller was told', async () => {
  const event = await anEvent(office, 'disposing')
  const order = await anOrder(office)
  await linked(event, order)
  const both = { event: event.number, order: order.number }
  const before = await dueDates(both)
  const delay = () => office.call('grid.delay-event', town, { number: event.number, hours: 7, reason: '需要采购' })
  assert.equal((await delay()).extended, true)
  assert.deepEqual([await dueDates(both), before.event], [before, before.order])
  await assert.rejects(delay(), { code: 'time.already-extended' })
})

test('G-05 an extension of an event that goes by the date of its order is granted once, in time, and moves nothing', async () => {
  const both = await linkedToEmergency('disposing')
  const delay = () => office.call('grid.delay-event', town, { number: both.event, hours: 7, reason: '需要采购' })
  assert.equal((await delay()).extended, true)
  assert.deepEqual(await dueDates(both), atMidnight)
  await assert.rejects(delay(), { code: 'time.already-extended' })
  const late = await linkedToEmergency('disposing')
  office.clock.set(new Date('2026-09-11T09:00:00+08:00'))
  await assert.rejects(office.call('grid.delay-event', town, { number: late.event, hours: 7, reason: '需要采购' }), { code: 'time.expired' })
})

test('G-05 a linked event that is shelved and taken up again stays due with its order', async () => {
  const both = await linkedToEmergency('disposing')
  await office.call('grid.delay-event', town, { number: both.event, hours: 7, reason: '需要采购' })
  await office.call('grid.shelve-event', town, { number: both.event, reason: '涉及管网改造', reviewOn: '2026-10-30' })
  assert.deepEqual(await dueDates(both), atMidnight)
  await office.call('grid.review-shelved-event', town, { number: both.event, resume: true, finding: '已开工' })
  assert.deepEqual(await dueDates(both), atMidnight)
})

test('G-05 an event that is linked on the shelf is due with the order, and so when it is taken up again', async () => {
  office.clock.set(lateAfternoon)
  const { number } = await anEvent(office, 'disposing')
  await office.call('grid.delay-event', town, { number, hours: 7, reason: '需要采购' })
  await office.call('grid.shelve-event', town, { number, reason: '涉及管网改造', reviewOn: '2026-10-30' })
  const order = await anOrder(office, 'dispatched', { kind: 'help', emergency: true })
  await linked({ number }, order)
  assert.deepEqual(await dueDates({ event: number, order: order.number }), atMidnight)
  await office.call('grid.review-shelved-event', town, { number, resume: true, finding: '已开工' })
  assert.deepEqual(await dueDates({ event: number, order: order.number }), atMidnight)
})
