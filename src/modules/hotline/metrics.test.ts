import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { aCallOnTheLine, anOrder, cityUnit, dutyQuote, hotlinePeople, marketUnit } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat, lead, handler } = await hotlinePeople(office)
const monday = { from: '2026-09-07', to: '2026-09-07' } as const

function at(instant: string): string {
  office.clock.set(new Date(`${instant}+08:00`))
  return `${instant}+08:00`
}

/** A figure as its two numbers; the day of the orders of each test is its own. */
async function figure(metric: string, question: { readonly from: string; readonly to: string; readonly asOf?: string; readonly unitId?: string }): Promise<readonly [number, number | null]> {
  const { figure: found } = await office.call('reporting.get-figure', law, { metric, ...(question as typeof monday) })
  return [found.numerator, found.denominator]
}

test('S-21 orders that are linked or not accepted later still count on the day on which they were orders', async () => {
  const original = await anOrder(office, 'dispatched')
  const again = await anOrder(office)
  const refused = await anOrder(office)
  const asOf = at('2026-09-07T18:00:00')
  assert.deepEqual(await figure('hotline.orders', { ...monday, asOf }), [3, null])
  at('2026-09-08T10:00:00')
  await office.call('hotline.link-order', seat, { number: again.number, originalNumber: original.number, newFacts: false })
  await office.call('hotline.reject-order', seat, { number: refused.number, rejectionClass: 'litigation', toldChannel: 'phone', explanation: '已进入诉讼程序。' })
  assert.deepEqual(await figure('hotline.orders', { ...monday, to: '2026-09-08' }), [1, null])
  assert.deepEqual(await figure('hotline.orders', { ...monday, asOf }), [3, null])
})

test('S-21 H-07 what a caller said before the redo still counts, and what he says afterwards counts beside it', async () => {
  at('2026-09-09T09:00:00')
  const { number } = await anOrder(office, 'awaitingCallback')
  const period = { from: '2026-09-09', to: '2026-09-15' } as const
  await office.call('hotline.record-callback', seat, { number, satisfaction: 'dissatisfied', solved: false, unitFault: true, note: '仍未退款' })
  const asOf = at('2026-09-09T12:00:00')
  assert.deepEqual(await figure('hotline.satisfaction-rate', { ...period, asOf }), [0, 1])
  at('2026-09-10T09:00:00')
  await office.call('hotline.reply-order', handler, { number, reply: '已再次组织调解，余额当日退还。' })
  await office.call('hotline.check-reply', lead, { number, passed: true, remark: '完整' })
  await office.call('hotline.record-callback', seat, { number, satisfaction: 'unreachable', note: '无人接听' })
  await office.call('hotline.record-callback', seat, { number, satisfaction: 'satisfied', solved: true, note: '已退款' })
  assert.deepEqual(await figure('hotline.satisfaction-rate', period), [1, 2])
  assert.deepEqual(await figure('hotline.satisfaction-rate', { ...period, asOf }), [0, 1])
})

test('H-07 who answered by himself and is not reached afterwards keeps his answer, and it counts once', async () => {
  at('2026-09-11T09:00:00')
  const [lost, unwilling, silent] = [await anOrder(office, 'awaitingCallback'), await anOrder(office, 'awaitingCallback'), await anOrder(office, 'awaitingCallback')]
  for (const { number, queryCode } of [lost, unwilling]) await office.call('hotline.rate-order', anonymous, { number, code: queryCode, satisfaction: 'dissatisfied', solved: false })
  const callBack = ({ number }: typeof lost, satisfaction: 'unreachable' | 'refused') => office.call('hotline.record-callback', seat, { number, satisfaction, note: '无人接听' })
  for (const order of [lost, silent]) for (const tries of [1, 2]) assert.equal((await callBack(order, 'unreachable')).state, 'awaitingCallback', String(tries))
  const ended = [await callBack(lost, 'unreachable'), await callBack(unwilling, 'refused'), await callBack(silent, 'unreachable')]
  assert.deepEqual(ended.map(({ state, outcome, callback }) => [state, outcome, callback]), [
    ['closed', 'dissatisfied', { satisfaction: 'dissatisfied', solved: false, unitFault: null }],
    ['closed', 'dissatisfied', { satisfaction: 'dissatisfied', solved: false, unitFault: null }],
    ['closed', 'unreachable', { satisfaction: 'unreachable', solved: null, unitFault: null }],
  ])
  assert.deepEqual(await figure('hotline.satisfaction-rate', { from: '2026-09-11', to: '2026-09-11' }), [0, 2])
})

test('H-07 what was said before a redo is no answer to the callback after it: the caller may answer anew, and who is not reached has said nothing', async () => {
  at('2026-09-12T09:00:00')
  const { number, queryCode } = await anOrder(office, 'awaitingCallback')
  await office.call('hotline.record-callback', seat, { number, satisfaction: 'dissatisfied', solved: false, unitFault: true, note: '仍未退款' })
  await office.call('hotline.reply-order', handler, { number, reply: '已再次组织调解，余额当日退还。' })
  await office.call('hotline.check-reply', lead, { number, passed: true, remark: '完整' })
  assert.equal((await office.call('hotline.get-progress', anonymous, { number, code: queryCode })).mayRate, true)
  const miss = () => office.call('hotline.record-callback', seat, { number, satisfaction: 'unreachable', note: '无人接听' })
  for (const tries of [1, 2]) assert.equal((await miss()).state, 'awaitingCallback', String(tries))
  assert.equal((await miss()).outcome, 'unreachable')
  assert.deepEqual(await figure('hotline.satisfaction-rate', { from: '2026-09-12', to: '2026-09-12' }), [0, 1])
})

test('S-21 H-12 a reply in time stays in time, whatever is checked afterwards, and one that was sent back is none', async () => {
  at('2026-09-16T09:00:00')
  const good = await anOrder(office, 'replied')
  const poor = await anOrder(office, 'replied')
  // Five working days: due on 23 September.
  const due = { from: '2026-09-23', to: '2026-09-23' } as const
  const asOf = at('2026-09-23T23:59:59')
  assert.deepEqual(await figure('hotline.on-time-rate', { ...due, asOf }), [2, 2])
  at('2026-09-24T09:00:00')
  await office.call('hotline.check-reply', lead, { number: good.number, passed: true, remark: '完整' })
  await office.call('hotline.check-reply', lead, { number: poor.number, passed: false, remark: '没有说明结果' })
  assert.deepEqual(await figure('hotline.on-time-rate', due), [2, 2])
  assert.deepEqual(await figure('hotline.on-time-rate', { ...due, to: '2026-09-24' }), [1, 2])
  assert.deepEqual(await figure('hotline.on-time-rate', { ...due, asOf }), [2, 2])
})

test('S-21 H-07 H-12 an answer in time stays in time when it was no help and a unit’s later reply is sent back', async () => {
  at('2026-11-09T09:00:00')
  const { number } = await office.call('hotline.file-order', anonymous, { kind: 'complaint', title: '健身房不退预付卡', content: '健身房关门以后预付卡余额不退。' })
  await office.call('hotline.answer-order', seat, { number, category: 'market', answer: '请与商家协商。' })
  at('2026-11-10T09:00:00')
  await office.call('hotline.record-callback', seat, { number, satisfaction: 'dissatisfied', solved: false, unitFault: true, note: '协商过了' })
  await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit })
  await office.call('hotline.sign-order', handler, { number })
  await office.call('hotline.reply-order', handler, { number, reply: '已收到，正在调查处理中。' })
  await office.call('hotline.check-reply', lead, { number, passed: false, remark: '没有说明结果' })
  at('2026-11-19T09:00:00')
  // Five working days each: the answer was due when the 17th began, the reply after the redo a day later.
  assert.deepEqual(await figure('hotline.on-time-rate', { from: '2026-11-17', to: '2026-11-17' }), [1, 1])
  assert.deepEqual(await figure('hotline.on-time-rate', { from: '2026-11-18', to: '2026-11-18' }), [0, 1])
})

test('C-24 H-07 beside the orders answered in time stand those that are late and still have no answer, until they have one', async () => {
  at('2026-10-26T09:00:00')
  await anOrder(office, 'replied')
  const silent = await anOrder(office, 'handling')
  const poor = await anOrder(office, 'replied')
  at('2026-10-27T09:00:00')
  await office.call('hotline.check-reply', lead, { number: poor.number, passed: false, remark: '没有说明结果' })
  // Five working days: due when 2 November ends.
  const period = { from: '2026-11-02', to: '2026-11-03' } as const
  const seenAt = async (asOf: string) => {
    const { figure: found } = await office.call('reporting.get-figure', law, { metric: 'hotline.on-time-rate', ...period, asOf })
    return [found.numerator, found.denominator, found.beside]
  }
  const late = (count: number) => [{ metric: 'hotline.overdue-open', name: '逾期未答复工单', numerator: count }]
  const morning = at('2026-11-03T08:00:00')
  assert.deepEqual(await seenAt(morning), [1, 3, late(2)])
  at('2026-11-03T09:00:00')
  await office.call('hotline.reply-order', handler, { number: silent.number, reply: '已组织调解，余额当日退还。' })
  const next = at('2026-11-03T10:00:00')
  assert.deepEqual(await seenAt(next), [1, 3, late(1)])
  assert.deepEqual(await seenAt(morning), [1, 3, late(2)])
})

test('S-21 an order counts for the unit that had it at the cut-off', async () => {
  at('2026-09-28T09:00:00')
  const { number } = await anOrder(office, 'dispatched')
  const period = { from: '2026-09-28', to: '2026-09-28' } as const
  const asOf = at('2026-09-28T12:00:00')
  await office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', quote: dutyQuote, suggestedUnitId: cityUnit }, { now: new Date('2026-09-28T14:00:00+08:00') })
  await office.call('hotline.arbitrate-return', lead, { number, upheld: true, unitId: cityUnit, reasoning: '属于市容管理' }, { now: new Date('2026-09-28T15:00:00+08:00') })
  at('2026-09-28T18:00:00')
  assert.deepEqual(await figure('hotline.return-rate', { ...period, unitId: cityUnit }), [1, 1])
  assert.deepEqual(await figure('hotline.return-rate', { ...period, unitId: marketUnit, asOf }), [0, 1])
  assert.deepEqual(await figure('hotline.return-rate', { ...period, unitId: cityUnit, asOf }), [0, 0])
})

test('S-21 an order counts under the category that it had at the cut-off', async () => {
  at('2026-09-30T09:00:00')
  const { service_request_id: number } = await office.call('open311.post-request', anonymous, { service_code: 'environment', description: '河涌有异味' })
  const ordersOf = async (item: string, asOf: string): Promise<number> => (await office.call('reporting.get-figure', law, { metric: 'hotline.orders', from: '2026-09-30', to: '2026-09-30', item, asOf })).figure.numerator
  const noon = '2026-09-30T12:00:00+08:00'
  at('2026-09-30T14:00:00')
  await office.call('hotline.dispatch-order', seat, { number, category: 'city-appearance', mainUnitId: cityUnit })
  const evening = at('2026-09-30T18:00:00')
  assert.deepEqual([await ordersOf('environment', noon), await ordersOf('city-appearance', noon)], [1, 0])
  assert.deepEqual([await ordersOf('environment', evening), await ordersOf('city-appearance', evening)], [0, 1])
})

test('S-21 H-14 a call is put through, taken up and well spoken of from the instant at which it was', async () => {
  const period = { from: '2026-09-29', to: '2026-09-29' } as const
  at('2026-09-29T09:00:00')
  const id = await aCallOnTheLine(office)
  const ringing = at('2026-09-29T09:01:00')
  at('2026-09-29T09:02:00')
  await office.call('hotline.transfer-call', seat, { id, unitId: marketUnit })
  const transferred = at('2026-09-29T09:03:00')
  at('2026-09-29T09:10:00')
  await office.call('hotline.rate-transfer', seat, { id, satisfied: true })
  const parts = async (asOf?: string) => Promise.all(['hotline.transfer-calls', 'hotline.transfers', 'hotline.transfer-satisfaction-rate'].map(async (metric) => (await figure(metric, { ...period, ...(asOf !== undefined && { asOf }) }))[0]))
  assert.deepEqual(await parts(ringing), [1, 0, 0])
  assert.deepEqual(await parts(transferred), [1, 1, 0])
  assert.deepEqual(await parts(), [1, 1, 1])
})
