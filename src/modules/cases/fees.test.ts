import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { approverOf, clerk, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, caseAs, clockOf, eventOf, foodLicence, giveOpinions, publishItem, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const reviewer = await reviewerOf(office, foodLicence.unit)
const approver = await approverOf(office, foodLicence.unit)
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

const fee = { name: '证件工本费', standard: '每本40元', amountMinor: 4000, basis: '收费标准公告', reducible: false, reductionNote: null, mark: 'sourced' } as const
const charged: Partial<ItemVersion> = { feeCharged: true, feeBasis: '收费标准公告', onlinePayment: true, fees: [fee, { ...fee, name: '检验费', standard: '每个样品20元', amountMinor: null }] }
const implementCode = await publishItem(office, 1, charged)
const aChargedCase = () => anAcceptedCase(office, { implementCode })
const demand = (number: string, input: { readonly name?: string; readonly amountMinor?: number; readonly calculation?: string } = {}) => office.call('cases.demand-fee', reviewer, { number, name: fee.name, amountMinor: 4000, ...input })

test('I-08 no fee is demanded that the guide does not publish, and none in another amount than its standard (行政许可法 art. 58, 59)', async () => {
  const { number } = await aChargedCase()
  await assert.rejects(demand(number, { name: '加急费' }), refusal('cases.fee-not-published'))
  await assert.rejects(demand(number, { amountMinor: 4100 }), refusal('cases.fee-not-standard'))
  await assert.rejects(demand(number, { name: '检验费', amountMinor: 6000 }), refusal('cases.fee-not-calculated'))
  await demand(number, { name: '检验费', amountMinor: 6000, calculation: '3个样品，每个20元' })
  await assert.rejects(demand(number), refusal('lifecycle.command-not-allowed'))
})

test('a free item has no fee to demand, to pay or to refund', async () => {
  const { number, person } = await anAcceptedCase(office)
  for (const caller of [reviewer, approver, person]) assert.ok((await caseAs(office, caller, number)).commands.every((command) => !command.endsWith('-fee')))
  await assert.rejects(demand(number), refusal('cases.fee-not-published'))
  assert.deepEqual((await office.call('cases.list-fees', person, { number })).items, [])
})

test('C-08 a case waits for a payment as time of the payment without moving the due date, and goes on when it is paid', async () => {
  setTime(office, '2026-09-07')
  const { number, person } = await aChargedCase()
  const before = await clockOf(office, number, 'promised-decision')
  const { documents, state } = await demand(number)
  assert.deepEqual([documents.map(({ kind }) => kind), state], [['feeNotice'], 'suspended'])
  setTime(office, '2026-09-10')
  const paid = await office.call('cases.pay-fee', person, { number })
  assert.equal(paid.state, 'inReview')
  const after = await clockOf(office, number, 'promised-decision')
  assert.equal(after.dueDay, before.dueDay)
  assert.deepEqual(after.segments.map(({ cause, kind }) => [cause, kind]), [['handling', 'running'], ['payment', 'waiting'], ['handling', 'running']])
  setTime(office, '2026-09-07')
})

test('the payer gets a numbered receipt, and the ledger holds amount, channel and receipt', async () => {
  const { number, person } = await aChargedCase()
  await demand(number)
  const { documents } = await office.call('cases.pay-fee', person, { number })
  const [receipt] = documents
  assert.equal(receipt?.kind, 'feeReceipt')
  assert.match(receipt?.number ?? '', /缴〔2026〕/)
  const [listed] = (await office.call('cases.list-fees', person, { number })).items
  assert.deepEqual([listed?.state, listed?.amountMinor, listed?.channel, listed?.receiptNumber], ['paid', 4000, 'demonstration', receipt?.number])
  const { detail } = await eventOf(office, number, 'pay-fee')
  assert.deepEqual([detail['amountMinor'], detail['channel'], detail['receipt']], [4000, 'demonstration', receipt?.number])
  await assert.rejects(office.call('cases.pay-fee', person, { number }), refusal('cases.nothing-due'))
})

test('paying twice with one key pays once', async () => {
  const { number, person } = await aChargedCase()
  await demand(number)
  const key = { idempotencyKey: 'pressed-twice' }
  const [one, two] = [await office.call('cases.pay-fee', person, { number }, key), await office.call('cases.pay-fee', person, { number }, key)]
  assert.deepEqual(one, two)
  assert.equal((await office.call('cases.list-fees', person, { number })).items.length, 1)
})

test('nobody else pays, and only the approver of the deciding unit gives back', async () => {
  const { number, person } = await aChargedCase()
  await demand(number)
  await assert.rejects(office.call('cases.pay-fee', await personCaller(office, 'li-guoqiang'), { number }), refusal('cases.unknown'))
  await assert.rejects(office.call('cases.refund-fee', approver, { number, cause: 'overpaid' }), refusal('cases.nothing-paid'))
  await office.call('cases.pay-fee', person, { number })
  await assert.rejects(office.call('cases.refund-fee', reviewer, { number, cause: 'overpaid' }), refusal('contract.not-permitted'))
  const refunded = await office.call('cases.refund-fee', approver, { number, cause: 'exempted' })
  assert.equal(refunded.state, 'inReview')
  const [listed] = (await office.call('cases.list-fees', person, { number })).items
  assert.deepEqual([listed?.state, listed?.refundCause], ['refunded', 'exempted'])
  await assert.rejects(office.call('cases.refund-fee', approver, { number, cause: 'exempted' }), refusal('cases.nothing-paid'))
})

test('a fee may also fall due with the result, and is given back when the application was withdrawn', async () => {
  const { number, person } = await aChargedCase()
  await giveOpinions(office, number)
  await office.call('cases.decide-case', approver, { number, result: 'approve' })
  assert.equal((await demand(number)).state, 'decided')
  assert.equal((await office.call('cases.pay-fee', person, { number })).state, 'decided')

  const other = await aChargedCase()
  await demand(other.number)
  await office.call('cases.pay-fee', other.person, { number: other.number })
  await office.call('cases.withdraw-case', other.person, { number: other.number, reason: '计划有变' })
  assert.equal((await office.call('cases.refund-fee', approver, { number: other.number, cause: 'notDone' })).state, 'withdrawn')
})

test('a pause for something else does not end with the payment', async () => {
  const { number, person } = await aChargedCase()
  await demand(number)
  await office.call('cases.resume-case', reviewer, { number, result: '缴费可以稍后' })
  await office.call('cases.suspend-case', reviewer, { number, cause: 'expertReview', reason: '需要论证', limit: { value: 3, unit: 'WORKING_DAY' } })
  assert.equal((await office.call('cases.pay-fee', person, { number })).state, 'suspended')
})

test('what was paid at a window is recorded by its clerk with the slip of the cash desk', async () => {
  const { number, person } = await aChargedCase()
  await demand(number)
  const window = await clerk(office)
  await assert.rejects(office.call('cases.pay-fee', window, { number }), refusal('cases.payment-slip-missing'))
  await office.call('cases.pay-fee', window, { number, slipNumber: 'POS-0907-1' })
  const [listed] = (await office.call('cases.list-fees', person, { number })).items
  assert.deepEqual([listed?.state, listed?.channel], ['paid', 'window'])
  await office.call('cases.refund-fee', approver, { number, cause: 'overpaid' })
  assert.equal((await office.call('cases.list-fees', person, { number })).items[0]?.state, 'refunded')
})

test('without a payment channel the applicant is told to pay at the window, and nothing is taken', async () => {
  const { number, person } = await aChargedCase()
  await demand(number)
  const operation = office.app.operations.find((one) => one.name === 'cases.pay-fee')
  const services = { ...office.app.services, config: { ...office.app.services.config, demo: false } }
  const ctx = { db: office.database.db, caller: person, now: office.clock.now(), services } as never
  await assert.rejects(async () => operation?.run(ctx, { number }), refusal('cases.payment-not-connected'))
  assert.equal((await office.call('cases.list-fees', await clerk(office), { number })).items[0]?.state, 'due')
})
