import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import fc from 'fast-check'
import { staffCaller } from '#test/harness/callers.ts'
import { anOrder, dutyQuote, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { actsIn, afterAct, CALL_ACTS, CALL_STATES } from './rules/calls.ts'
import { ORDER_KINDS } from './schema.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat } = await hotlinePeople(office)
const september = { from: '2026-09-01', to: '2026-09-30' } as const
let rung = 0

/** A call that the seat has answered. `busy`: nobody takes up in it; `to`: put through to this unit. */
async function aCall(line: '12345' | '96128' = '12345', { callingNumber, busy, to, hungUp }: { readonly callingNumber?: string; readonly busy?: true; readonly to?: string; readonly hungUp?: true } = {}): Promise<string> {
  rung += 1
  const ring = { line, exchangeKey: `ring-${rung}${busy ? ':busy' : ''}`, callingNumber: callingNumber ?? `136${String(rung).padStart(8, '0')}` }
  const { id } = await office.call('hotline.ring-call', law, ring)
  assert.equal((await office.call('hotline.ring-call', law, ring)).id, id)
  await office.call('hotline.answer-call', seat, { id })
  if (to !== undefined) await transfer(id, to)
  if (hungUp) await hangUp(id)
  return id
}
const hangUp = (id: string) => office.call('hotline.hang-up-call', seat, { id })
const transfer = (id: string, unitId: string) => office.call('hotline.transfer-call', seat, { id, unitId })
async function actsOf(id: string): Promise<readonly string[]> {
  const { rows } = await office.database.pool.query('SELECT act FROM call_acts WHERE call_id = $1 ORDER BY seq', [id])
  return rows.map(({ act }) => act)
}
async function figure(metric: string): Promise<{ readonly numerator: number; readonly denominator: number | null; readonly value: string | null }> {
  const { items } = await office.call('reporting.list-figures', anonymous, { ...september })
  const found = items.find((item) => item.metric === metric)
  assert.ok(found, metric)
  return found
}

test('a caller on hold waits until the seat takes the call up again', async () => {
  const id = await aCall()
  assert.equal((await office.call('hotline.hold-call', seat, { id })).state, 'held')
  await assert.rejects(office.call('hotline.hold-call', seat, { id }), { code: 'hotline.call-state-wrong' })
  assert.equal((await office.call('hotline.resume-call', seat, { id })).state, 'talking')
  const ended = await hangUp(id)
  assert.deepEqual([ended.state, ended.acts, ended.recording?.startsWith('SIM-')], ['ended', [], true])
  assert.deepEqual(await actsOf(id), ['ring', 'answer', 'hold', 'resume', 'hang-up'])
})

test('three speak together when the unit takes up; when it does not, the caller stays with the seat', async () => {
  const id = await aCall()
  const joined = await office.call('hotline.join-call', seat, { id, unitId: 'shichang-jianguan' })
  assert.deepEqual([joined.state, joined.acts, joined.connected], ['conference', ['hang-up'], false])
  assert.equal((await hangUp(id)).state, 'ended')
  const alone = await aCall('12345', { busy: true })
  assert.equal((await office.call('hotline.join-call', seat, { id: alone, unitId: 'shichang-jianguan' })).state, 'talking')
  await hangUp(alone)
  assert.deepEqual(await actsOf(id), ['ring', 'answer', 'join', 'hang-up'])
})

test('a caller is put through to the unit that takes up; one that does not leaves him with the seat, who may try again', async () => {
  const id = await aCall()
  const through = await transfer(id, 'shichang-jianguan')
  assert.deepEqual([through.state, through.transferUnitId, through.connected, through.acts], ['transferred', 'shichang-jianguan', true, ['hang-up']])
  await hangUp(id)
  const missed = await aCall('12345', { busy: true })
  for (const unitId of ['shichang-jianguan', 'gongan']) {
    const left = await transfer(missed, unitId)
    assert.deepEqual([left.state, left.transferUnitId, left.connected], ['talking', unitId, false])
  }
  await hangUp(missed)
  assert.deepEqual(await actsOf(missed), ['ring', 'answer', 'transfer', 'transfer', 'hang-up'])
})

test('a seat has one call at a time, and the calls of another seat do not exist for it', async () => {
  const id = await aCall()
  const { id: second } = await office.call('hotline.simulate-call', seat, { line: '12345', callingNumber: '13600009999' })
  await assert.rejects(office.call('hotline.answer-call', seat, { id: second }), { code: 'hotline.seat-busy' })
  const other = { ...(await staffCaller(office, 'HD0009')), roles: [{ role: 'hotlineOperator', unitId: 'zhengwu-shuju' }] }
  await assert.rejects(office.call('hotline.hang-up-call', other, { id }), { code: 'hotline.call-unknown' })
  await hangUp(id)
  await assert.rejects(office.call('hotline.hold-call', seat, { id }), { code: 'hotline.call-state-wrong' })
})

test('a caller who hangs up while it rings is lost: nobody can answer any more, and the exchange may say it twice', async () => {
  const ring = async () => {
    rung += 1
    return { exchangeKey: `ring-${rung}`, ...(await office.call('hotline.ring-call', law, { line: '12345', exchangeKey: `ring-${rung}`, callingNumber: '13600006666' })) }
  }
  const lose = (exchangeKey: string) => office.call('hotline.lose-call', law, { exchangeKey })
  const { id, exchangeKey } = await ring()
  for (const time of [1, 2]) assert.deepEqual(await lose(exchangeKey), { id }, String(time))
  await assert.rejects(office.call('hotline.answer-call', seat, { id }), { code: 'hotline.call-state-wrong' })
  assert.ok(!(await office.call('hotline.list-calls', seat, { limit: 100 })).items.some((call) => call.id === id))
  assert.deepEqual(await actsOf(id), ['ring', 'lose'])
  const taken = await ring()
  await office.call('hotline.answer-call', seat, { id: taken.id })
  await assert.rejects(lose(taken.exchangeKey), { code: 'hotline.call-state-wrong' })
  await hangUp(taken.id)
  await assert.rejects(lose(taken.exchangeKey), { code: 'hotline.call-state-wrong' })
  await assert.rejects(lose('never-rang'), { code: 'hotline.call-unknown' })
  await assert.rejects(office.call('hotline.lose-call', seat, { exchangeKey }), { code: 'contract.not-permitted' })
})

test('who calls again is known with what he wanted before, and the order stays with the call', async () => {
  const number = '13600008888'
  const first = await aCall('12345', { callingNumber: number })
  const taken = await office.call('hotline.register-order', seat, { kind: 'help', title: '路灯不亮', content: '迎宾大道路灯不亮。', name: '何小满', callId: first })
  await hangUp(first)
  const again = await aCall('12345', { callingNumber: number })
  const { call, history } = await office.call('hotline.get-call', seat, { id: again })
  assert.deepEqual([call.callerName, call.callingNumber, history.map((order) => [order.number, order.title])], ['何**', '136****8888', [[taken.number, '路灯不亮']]])
  assert.equal((await office.call('hotline.get-call', seat, { id: first })).call.orderNumber, taken.number)
  await hangUp(again)
})

test('H-14 for 96128, put through never exceeds calls, taken up never exceeds put through, satisfied never exceeds taken up', async () => {
  for (const satisfied of [true, false, undefined]) {
    const id = await aCall('96128')
    await transfer(id, 'shichang-jianguan')
    if (satisfied !== undefined) await office.call('hotline.rate-transfer', seat, { id, satisfied })
    await hangUp(id)
  }
  const [missed, asked, elsewhere] = [await aCall('96128', { busy: true, hungUp: true, to: 'gongan' }), await aCall('96128', { hungUp: true }), await aCall('12345', { hungUp: true, to: 'gongan' })]
  for (const id of [missed, asked]) await assert.rejects(office.call('hotline.rate-transfer', seat, { id, satisfied: true }), { code: 'hotline.not-transferred' })
  await office.call('hotline.rate-transfer', seat, { id: elsewhere, satisfied: true })
  const shown = async (metric: string) => {
    const { numerator, denominator, value } = await figure(metric)
    return [numerator, denominator, value]
  }
  assert.deepEqual([await shown('hotline.transfer-calls'), await shown('hotline.transfers')], [[5, null, '5'], [4, null, '4']])
  assert.deepEqual([await shown('hotline.transfer-success-rate'), await shown('hotline.transfer-satisfaction-rate')], [[3, 4, '75.00%'], [1, 3, '33.33%']])
  for (const more of ['connected = true', 'satisfied = true, rated_at = rang_at']) await assert.rejects(office.database.pool.query(`UPDATE calls SET ${more} WHERE id = $1`, [asked]), /violates check constraint/)
})

test('what may be done with a call is what its state allows, and nothing with one that is over', () => {
  assert.deepEqual(actsIn('ended'), [])
  fc.assert(fc.property(fc.constantFrom(...CALL_STATES), fc.constantFrom(...CALL_ACTS), (state, act) => afterAct(state, act).ok === actsIn(state).includes(act)))
})

test('H-01 every order has one of six kinds, and their shares add up to all', async () => {
  for (const kind of ORDER_KINDS) await anOrder(office, 'registered', { kind })
  const shares = await Promise.all(ORDER_KINDS.map((kind) => figure(`hotline.share-${kind}`)))
  const { numerator: orders } = await figure('hotline.orders')
  assert.equal(shares.reduce((sum, { numerator }) => sum + numerator, 0), orders)
  assert.ok(shares.every(({ denominator }) => denominator === orders))
  await assert.rejects(office.call('hotline.file-order', anonymous, { kind: 'inquiry' as 'consult', title: '问', content: '问' }), { code: 'contract.invalid-input' })
})

test('H-12 what has none of the named kinds counts as other, what is linked or not accepted counts nowhere, and the shares stay whole', async () => {
  const shares = async () => Promise.all([figure('hotline.orders'), ...ORDER_KINDS.map((kind) => figure(`hotline.share-${kind}`))])
  const [before, ...sharesBefore] = await shares()
  const original = await anOrder(office, 'registered', { kind: 'other' })
  const again = await anOrder(office, 'registered', { kind: 'report' })
  await office.call('hotline.link-order', seat, { number: again.number, originalNumber: original.number, newFacts: false })
  const refused = await anOrder(office, 'registered', { kind: 'complaint' })
  await office.call('hotline.reject-order', seat, { number: refused.number, rejectionClass: 'litigation', toldChannel: 'phone', explanation: '已进入诉讼程序' })
  const [orders, ...sharesAfter] = await shares()
  assert.equal(orders.numerator, before.numerator + 1)
  assert.deepEqual(sharesAfter.map(({ numerator }, place) => numerator - (sharesBefore[place]?.numerator ?? 0)), ORDER_KINDS.map((kind) => (kind === 'other' ? 1 : 0)))
  assert.equal(sharesAfter.reduce((sum, { numerator }) => sum + numerator, 0), orders.numerator)
})

test('H-12 in time is what was answered by its due date, satisfied what was said by who was reached', async () => {
  const close = async (satisfaction: 'satisfied' | 'dissatisfied' | 'refused'): Promise<void> => {
    const { number } = await anOrder(office, 'awaitingCallback')
    await office.call('hotline.record-callback', seat, { number, satisfaction, note: '回访', ...(satisfaction === 'dissatisfied' && { unitFault: false }) })
  }
  for (const said of ['satisfied', 'satisfied', 'dissatisfied', 'refused'] as const) await close(said)
  const late = await anOrder(office, 'handling')
  const { handler, lead } = await hotlinePeople(office)
  const tooLate = { now: new Date('2026-09-15T10:00:00+08:00') }
  await office.call('hotline.reply-order', handler, { number: late.number, reply: '迟到的答复，已处理完毕。' }, tooLate)
  await office.call('hotline.check-reply', lead, { number: late.number, passed: true, remark: '可以' }, tooLate)
  const returned = await anOrder(office, 'dispatched')
  await office.call('hotline.claim-return', handler, { number: returned.number, basis: '权责清单第12项', quote: dutyQuote })
  office.clock.set(new Date('2026-10-08T09:00:00+08:00'))
  const [onTime, satisfied, back] = [await figure('hotline.on-time-rate'), await figure('hotline.satisfaction-rate'), await figure('hotline.return-rate')]
  assert.deepEqual([onTime.numerator, onTime.denominator], [4, 6])
  assert.deepEqual([satisfied.numerator, satisfied.denominator], [2, 3])
  assert.deepEqual([back.numerator, back.denominator], [1, 6])
  assert.equal((await seen(office, seat, late.number)).state, 'awaitingCallback')
})
