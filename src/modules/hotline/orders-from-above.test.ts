import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { staffCaller } from '#test/harness/callers.ts'
import { anOrder, hotlinePeople, marketUnit, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { seat, handler } = await hotlinePeople(office)
const supervisor = await staffCaller(office, 'HD0013')
after(async () => {
  await pages.close()
  await office.close()
})

const upper = (number: string, source: 'city' | 'province' = 'city') => ({ upper: { source, number } })
const found = async (named: string, caller = seat): Promise<readonly string[]> => (await office.call('hotline.list-orders', caller, { named })).items.map(({ number }) => number)

test('an order of a hotline above carries its number there, is found by it wherever it stands, and is not taken twice', async () => {
  const { number } = await anOrder(office, 'registered', upper('GZ2026-090700123'))
  assert.deepEqual((await seen(office, seat, number)).upper, { source: 'city', number: 'GZ2026-090700123' })
  assert.deepEqual([await found('GZ2026-090700123'), await found(number), await found('GZ2026-090700124')], [[number], [number], []])
  await assert.rejects(anOrder(office, 'registered', upper('GZ2026-090700123')), { code: 'hotline.upper-taken' })
  await office.call('hotline.reject-order', seat, { number, rejectionClass: 'litigation', toldChannel: 'phone', explanation: '已进入诉讼程序。' })
  assert.deepEqual(await found('GZ2026-090700123'), [number])
})

test('two hotlines above may give the same number, and both orders are found by it', async () => {
  const orders = [await anOrder(office, 'registered', upper('20260907000456')), await anOrder(office, 'registered', upper('20260907000456', 'province'))]
  assert.deepEqual((await found('20260907000456')).toSorted(), orders.map(({ number }) => number).toSorted())
})

test('the number of a hotline above is letters, digits and dashes, with the hotline that gave it', async () => {
  for (const wrong of [upper('12'), upper('穗12345'), upper("1' OR '1'='1"), upper('1'.repeat(41)), { upper: { number: '12345' } }]) await assert.rejects(anOrder(office, 'registered', wrong as ReturnType<typeof upper>), { code: 'contract.invalid-input' }, JSON.stringify(wrong))
})

test('H-11 the unit finds what it handles by the number above, but a secret order neither shows it nor is found by it', async () => {
  const plain = await anOrder(office, 'dispatched', upper('GZ-PLAIN-1'))
  const secret = await anOrder(office, 'dispatched', { ...upper('GZ-SECRET-1'), secret: true })
  assert.deepEqual([(await seen(office, handler, plain.number)).upper?.number, (await seen(office, handler, secret.number)).upper], ['GZ-PLAIN-1', null])
  assert.deepEqual([await found('GZ-PLAIN-1', handler), await found('GZ-SECRET-1', handler), await found(secret.number, handler)], [[plain.number], [], [secret.number]])
  assert.deepEqual([await found('GZ-SECRET-1'), await found('GZ-SECRET-1', supervisor)], [[secret.number], [secret.number]])
})

test('H-07 what was asked of a hotline above is answered and called back: nobody is on the line here', async () => {
  const { number } = await anOrder(office, 'registered', { ...upper('GZ-CALLBACK-1'), kind: 'consult' })
  assert.equal((await office.call('hotline.answer-order', seat, { number, category: 'government-services-residents', answer: '可以在线申请。' })).state, 'awaitingCallback')
})

test('the seat writes the number of the hotline above on its form, reads it on the order and finds the order by it', async () => {
  const form = { act: 'register', key: crypto.randomUUID(), channel: 'phone', kind: 'complaint', title: '预付卡不退', content: '健身房不退预付卡。', 'upper-source': 'city', 'upper-number': 'GZ-FORM-1', category: 'market-prepaid' }
  assert.match((await pages.get('/hotline', seat)).html, /<optgroup label="市场监管"><option value="market-prepaid">预付消费<\/option>/)
  const { status, location } = await pages.post('/hotline', seat, form)
  assert.equal(status, 303)
  const { html } = await pages.get(location ?? '', seat)
  assert.match(html, /上级编号.*市级12345　GZ-FORM-1/s)
  assert.match(html, /市场监管／预付消费/)
  const list = await pages.get('/hotline/orders?named=GZ-FORM-1', seat)
  assert.match(list.html, new RegExp(`${location}"`))
  const again = await pages.post('/hotline', seat, { ...form, key: crypto.randomUUID() })
  assert.match(again.html, /href="#upper-number"/)
  assert.match(again.html, /这个上级工单编号已经登记过/)
  assert.match((await pages.get('/hotline/orders?named=%E7%A9%97', seat)).html, /这里没有工单/)
})

test('a page of a unit finds by number what the unit handles, and nothing else', async () => {
  const own = await anOrder(office, 'dispatched', upper('GZ-UNIT-1'))
  const foreign = await anOrder(office, 'registered', upper('GZ-UNIT-2'))
  assert.match((await pages.get('/hotline/orders?named=GZ-UNIT-1', handler)).html, new RegExp(own.number))
  assert.doesNotMatch((await pages.get('/hotline/orders?named=GZ-UNIT-2', handler)).html, new RegExp(foreign.number))
  assert.equal((await seen(office, handler, own.number)).leadUnitId, marketUnit)
})
