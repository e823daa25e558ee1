import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { headOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anEvent } from '#test/harness/grid.ts'
import { anOrder, aSecondSeat, cityUnit, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { seat, lead, handler } = await hotlinePeople(office)
const second = await aSecondSeat(office)
after(async () => {
  await pages.close()
  await office.close()
})

const owed = async (caller: typeof seat): Promise<readonly string[]> => (await office.call('hotline.list-orders', caller, { view: 'mine', limit: 100 })).items.map(({ number }) => number)
const passOn = (number: string, caller: typeof seat, staffId: string) => office.call('hotline.pass-duty', caller, { number, staffId, reason: '轮休，移交跟进' })
const toldTo = async (caller: typeof seat): Promise<readonly string[]> => (await office.call('kernel.list-messages', caller, { limit: 50 })).items.map(({ text }) => text ?? '')

test('首问负责 who wrote down what a caller wants answers for it until it has ended, whoever works on it meanwhile', async () => {
  const { number } = await anOrder(office, 'awaitingCallback')
  assert.deepEqual((await seen(office, handler, number)).firstContact, { staffId: seat.id, name: seat.name, own: false, takenBy: null })
  assert.ok((await owed(seat)).includes(number))
  assert.ok(!(await owed(second)).includes(number))
  await office.call('hotline.record-callback', second, { number, satisfaction: 'satisfied', solved: true, note: '满意' })
  assert.ok(!(await owed(seat)).includes(number))
})

test('首问负责 what came through the network is answered for by whoever dispatches it, or hands it to the grid', async () => {
  const file = () => office.call('hotline.file-order', anonymous, { kind: 'complaint', title: '占道经营', content: '路口占道经营。' })
  const [dispatched, linked] = [await file(), await file()]
  assert.equal((await seen(office, seat, dispatched.number)).firstContact, null)
  await office.call('hotline.dispatch-order', second, { number: dispatched.number, category: 'street-order', mainUnitId: cityUnit })
  const { number: event } = await anEvent(office)
  await office.call('grid.link-order', second, { number: event, orderNumber: linked.number })
  const due = await owed(second)
  assert.ok([dispatched, linked].every(({ number }) => due.includes(number)))
})

test('首问负责 the duty passes on to a colleague with a name and a reason; nobody takes it from another but the lead', async () => {
  const { number } = await anOrder(office, 'handling')
  await assert.rejects(passOn(number, second, second.id), { code: 'hotline.duty-of-another' })
  assert.ok(!(await seen(office, second, number)).commands.includes('pass-duty'))
  for (const unfit of [seat.id, handler.id, 'HD9999']) await assert.rejects(passOn(number, seat, unfit), { code: 'hotline.colleague-unfit' })
  const passed = await passOn(number, seat, second.id)
  assert.deepEqual([passed.firstContact, passed.notes.at(-1)?.text], [{ staffId: second.id, name: second.name, own: false, takenBy: seat.name }, '轮休，移交跟进'])
  assert.deepEqual([(await owed(seat)).includes(number), (await owed(second)).includes(number)], [false, true])
  assert.ok((await toldTo(second)).some((text) => text.includes(number) && text.includes('首问责任已移交给你')))
  const { events } = await office.call('hotline.get-order-ledger', lead, { number })
  assert.deepEqual(events.at(-1)?.detail, { from: seat.id, firstContact: second.id })
  assert.equal((await passOn(number, lead, seat.id)).firstContact?.name, seat.name)
})

test('首问负责 H-11 the duty goes to nobody who was recused or works for the unit that is reported', async () => {
  const ofTheUnit = await aSecondSeat(office, (await headOf(office, cityUnit)).id)
  const about = await anOrder(office, 'registered', { concernedUnitId: cityUnit })
  const recused = await anOrder(office)
  await office.call('hotline.recuse', second, { number: recused.number, ground: 'interest' })
  await assert.rejects(passOn(recused.number, seat, second.id), { code: 'hotline.colleague-unfit' })
  assert.ok(!(await seen(office, seat, recused.number)).colleagues.some(({ staffId }) => staffId === second.id))
  await assert.rejects(passOn(about.number, seat, ofTheUnit.id), { code: 'hotline.colleague-unfit' })
  assert.equal((await passOn(about.number, seat, second.id)).firstContact?.staffId, second.id)
})

test('首问负责 H-11 a seat does not answer for what it took about its own unit', async () => {
  const { number } = await office.call('hotline.register-order', second, { kind: 'report', title: '态度生硬', content: '工作人员态度生硬。', concernedUnitId: second.unitId })
  const { rows } = await office.database.pool.query(`SELECT o.first_contact, o.first_taker FROM work_orders o JOIN matters m ON m.id = o.id WHERE m.number = $1`, [number])
  assert.deepEqual(rows, [{ first_contact: null, first_taker: `staff:${second.id}` }])
})

test('首问负责 H-11 whoever is recused answers for the order no more, and the lead names somebody else', async () => {
  const { number } = await anOrder(office, 'handling')
  await office.call('hotline.recuse', seat, { number, ground: 'relative' })
  const vacant = await seen(office, lead, number)
  assert.deepEqual([vacant.firstContact, vacant.colleagues.some(({ staffId }) => staffId === seat.id)], [null, false])
  assert.ok((await toldTo(lead)).some((text) => text.includes(number) && text.includes('指定由谁负责')))
  assert.equal((await passOn(number, lead, second.id)).firstContact?.staffId, second.id)
})

test('首问负责 H-08 when the unit is reminded, the first contact is told that his caller waits', async () => {
  const { number } = await anOrder(office, 'handling')
  office.clock.set(new Date('2026-09-15T09:00:00+08:00'))
  await office.call('hotline.urge-overdue', law, {})
  office.clock.set(mondayMorning)
  assert.ok((await toldTo(seat)).some((text) => text.includes(number) && text.includes('首问负责')))
})

test('首问负责 neither the caller nor a stranger learns who it is', async () => {
  const { number, queryCode } = await anOrder(office, 'handling')
  assert.ok(!JSON.stringify(await office.call('hotline.get-progress', anonymous, { number, code: queryCode })).includes(seat.name))
  await assert.rejects(seen(office, await reviewerOf(office, cityUnit), number), { code: 'hotline.order-unknown' })
  await assert.rejects(passOn(number, await staffCaller(office, 'HD0148'), seat.id), { code: 'contract.not-permitted' })
})

test('首问负责 the page of the order names who answers for it, passes it on, and the seat and the list show what is owed', async () => {
  const { number } = await anOrder(office, 'handling', { title: '首问在页面上' })
  const path = `/hotline/orders/${number}`
  assert.match((await pages.get(path, seat)).html, /首问责任人[\s\S]{0,120}毕翠云（本人）/)
  assert.match((await pages.get('/hotline', seat)).html, /id="owed"[\s\S]*首问在页面上/)
  const bare = await pages.post(path, seat, { command: 'pass-duty', key: crypto.randomUUID(), 'pass-duty-staffId': second.id })
  assert.equal(bare.status, 400)
  assert.equal((await pages.post(path, seat, { command: 'pass-duty', key: crypto.randomUUID(), 'pass-duty-staffId': second.id, 'pass-duty-reason': '轮休' })).location, path)
  assert.match((await pages.get(path, lead)).html, new RegExp(`首问责任人[\\s\\S]{0,120}${second.name}，毕翠云接件后移交`))
  assert.doesNotMatch((await pages.get('/hotline/orders?view=mine', seat)).html, /首问在页面上/)
  assert.match((await pages.get('/hotline/orders?view=mine', second)).html, /首问在页面上/)
})
