import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import fc from 'fast-check'
import { staffCaller } from '#test/harness/callers.ts'
import { anOrder, dutyQuote, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { actsIn, afterAct, CALL_ACTS, CALL_STATES, countsFit } from './rules/calls.ts'
import { ORDER_KINDS } from './schema.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat } = await hotlinePeople(office)
const september = { from: '2026-09-01', to: '2026-09-30' } as const
let rung = 0

async function aCall(line: '12345' | '96128' = '12345', callingNumber = `136${String(rung).padStart(8, '0')}`): Promise<string> {
  rung += 1
  const ring = { line, exchangeKey: `ring-${rung}`, callingNumber }
  const { id } = await office.call('hotline.ring-call', law, ring)
  assert.equal((await office.call('hotline.ring-call', law, ring)).id, id)
  await office.call('hotline.answer-call', seat, { id })
  return id
}
const hangUp = (id: string) => office.call('hotline.hang-up-call', seat, { id })
const transfer = (id: string, unitId: string) => office.call('hotline.transfer-call', seat, { id, unitId })
async function figure(metric: string): Promise<{ readonly numerator: number; readonly denominator: number | null }> {
  const { items } = await office.call('reporting.list-figures', anonymous, { ...september })
  const found = items.find((item) => item.metric === metric)
  assert.ok(found, metric)
  return found
}

test('a call is answered, held, taken up again, made one of three and hung up with the reference of its recording', async () => {
  const id = await aCall()
  assert.equal((await office.call('hotline.hold-call', seat, { id })).state, 'held')
  assert.equal((await office.call('hotline.resume-call', seat, { id })).state, 'talking')
  assert.equal((await office.call('hotline.join-call', seat, { id, unitId: 'shichang-jianguan' })).state, 'conference')
  const ended = await hangUp(id)
  assert.deepEqual([ended.state, ended.acts, ended.recording?.startsWith('SIM-')], ['ended', [], true])
  const { rows } = await office.database.pool.query('SELECT act FROM call_acts WHERE call_id = $1 ORDER BY seq', [id])
  assert.deepEqual(rows.map(({ act }) => act), ['ring', 'answer', 'hold', 'resume', 'join', 'hang-up'])
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
  const { rows } = await office.database.pool.query('SELECT act FROM call_acts WHERE call_id = $1 ORDER BY seq', [id])
  assert.deepEqual(rows.map(({ act }) => act), ['ring', 'lose'])
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
  const first = await aCall('12345', number)
  const taken = await office.call('hotline.register-order', seat, { kind: 'help', title: '路灯不亮', content: '迎宾大道路灯不亮。', name: '何小满', callId: first })
  await hangUp(first)
  const again = await aCall('12345', number)
  const { call, history } = await office.call('hotline.get-call', seat, { id: again })
  assert.deepEqual([call.callerName, call.callingNumber, history.map((order) => [order.number, order.title])], ['何**', '136****8888', [[taken.number, '路灯不亮']]])
  assert.equal((await office.call('hotline.get-call', seat, { id: first })).call.orderNumber, taken.number)
  await hangUp(again)
})

test('H-14 for 96128, put through never exceeds calls, taken up never exceeds put through, satisfied never exceeds taken up', async () => {
  for (const [unitId, satisfied] of [['shichang-jianguan', true], ['gongan', false], ['minzheng', undefined]] as const) {
    const id = await aCall('96128')
    assert.equal((await transfer(id, unitId)).connected, true)
    if (satisfied !== undefined) await office.call('hotline.rate-transfer', seat, { id, satisfied })
    await hangUp(id)
  }
  const asked = await aCall('96128')
  await assert.rejects(office.call('hotline.rate-transfer', seat, { id: asked, satisfied: true }), { code: 'hotline.not-transferred' })
  await hangUp(asked)
  const [calls, transfers, success, satisfaction] = [await figure('hotline.transfer-calls'), await figure('hotline.transfers'), await figure('hotline.transfer-success-rate'), await figure('hotline.transfer-satisfaction-rate')]
  assert.deepEqual([calls.numerator, transfers.numerator, success.numerator, success.denominator, satisfaction.numerator, satisfaction.denominator], [4, 3, 3, 3, 1, 3])
  assert.ok(countsFit({ calls: calls.numerator, transfers: transfers.numerator, connected: success.numerator, satisfied: satisfaction.numerator }))
  await assert.rejects(office.database.pool.query('UPDATE calls SET connected = true WHERE transferred_at IS NULL'), /violates check constraint/)
})

test('H-14 of the report of 2,809 calls the rates are told with their parts: 1,873 of 2,398 put through, 1,793 of these satisfied', () => {
  assert.ok(countsFit({ calls: 2809, transfers: 2398, connected: 1873, satisfied: 1793 }))
  assert.deepEqual([(1873 / 2398) * 100, (1793 / 1873) * 100].map((rate) => rate.toFixed(2)), ['78.11', '95.73'])
  assert.equal(countsFit({ calls: 10, transfers: 11, connected: 1, satisfied: 1 }), false)
})

test('a unit that does not take up leaves the caller with the seat', () => {
  assert.deepEqual([afterAct('talking', 'transfer', false), afterAct('talking', 'transfer', true)].map((verdict) => verdict.ok && verdict.value), ['talking', 'transferred'])
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

test('H-12 the shares that the report names leave 11.02 % for other kinds, and the counts add up to 26,169', () => {
  const named = [4.69, 32.8, 33.41, 2.95, 15.13].map((share) => Math.round((26_169 * share) / 100))
  const other = 26_169 - named.reduce((sum, count) => sum + count, 0)
  assert.equal(((other / 26_169) * 100).toFixed(2), '11.02')
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
