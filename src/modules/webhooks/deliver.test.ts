import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { instantText } from '#kernel/time/instant-text.ts'
import { administrator } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aWaitingSubscription, lookForSteps } from '#test/harness/webhooks.ts'
import { deliverDue } from './deliver.ts'
import type { Outcome } from './rules.ts'
import type { Message, Transport } from './transport.ts'

const office = await openTestOffice()
after(() => office.close())
const caller = await administrator(office)

const delivered: Outcome = { kind: 'delivered' }
const away: Outcome = { kind: 'away', why: 'status-503' }
const work = (id: string, transport: Transport): Promise<number> => deliverDue({ db: office.database.db, services: office.app.services }, id, transport)
const seen = (id: string) => office.call('webhooks.get-subscription', caller, { id })
const now = (): string => instantText(office.clock.now())
const signedAt = ({ headers }: Message): number => Number(/^t=(\d+),/.exec(headers['yimen-signature'] ?? '')?.[1])

/** A system for which cases wait, the only one that is told. */
async function aReceiver(cases: number): Promise<string> {
  const { items } = await office.call('webhooks.list-subscriptions', caller, {})
  for (const { id, state } of items) if (state !== 'stopped') await office.call('webhooks.stop', caller, { id })
  return aWaitingSubscription(office, cases)
}

test('a message bears the second at which it is sent, however long those before it took', async () => {
  const id = await aReceiver(10)
  const late: number[] = []
  await work(id, async (message) => {
    late.push(office.clock.now().getTime() / 1000 - signedAt(message))
    office.clock.advance(1_000)
    return delivered
  })
  assert.deepEqual(late, Array.from({ length: 10 }, () => 0))
  assert.equal((await seen(id)).lastDeliveredAt, now())
  const { items } = await office.call('webhooks.list-deliveries', caller, { id })
  assert.ok(items.some(({ deliveredAt }) => deliveredAt === now()))
})

test('the pause begins when nobody answered, not when the work began', async () => {
  const id = await aReceiver(1)
  await work(id, async () => {
    office.clock.advance(30_000)
    return away
  })
  assert.equal((await seen(id)).pausedUntil, instantText(new Date(office.clock.now().getTime() + 60_000)))
})

test('while one worker sends to a receiver no other does, and it is not queued again', async () => {
  const id = await aReceiver(1)
  const meanwhile: number[] = []
  const sent = await work(id, async () => {
    if (meanwhile.length > 0) return delivered
    await aSubmittedCase(office)
    meanwhile.push(await lookForSteps(office), await work(id, async () => delivered))
    return delivered
  })
  assert.deepEqual([meanwhile, sent], [[0, 0], 2])
})

test('work on one receiver ends after some seconds, what is still due is queued again', async () => {
  const id = await aReceiver(0)
  const { number, person } = await aSubmittedCase(office)
  await office.call('cases.withdraw-case', person, { number, reason: '不办了' })
  await lookForSteps(office)
  const slow: Transport = async () => {
    office.clock.advance(6_000)
    return delivered
  }
  assert.equal(await work(id, slow), 1)
  assert.equal(await lookForSteps(office), 1)
  assert.equal(await work(id, slow), 1)
  assert.equal(await lookForSteps(office), 0)
})

test('a worker that was killed keeps others from its receiver for a minute and no longer', async () => {
  const id = await aReceiver(1)
  await assert.rejects(work(id, () => Promise.reject(new Error('killed'))))
  await aSubmittedCase(office)
  assert.equal(await lookForSteps(office), 0)
  assert.equal(await work(id, async () => delivered), 0)
  office.clock.advance(60_000)
  assert.equal(await lookForSteps(office), 1)
  assert.equal(await work(id, async () => delivered), 2)
})

test('a worker that was held up for longer than it keeps its receiver sends nothing more of what it took', async () => {
  const id = await aReceiver(2)
  const sent = await work(id, async () => {
    office.clock.advance(60_000)
    return delivered
  })
  assert.deepEqual([sent, (await seen(id)).waiting], [1, 1])
  assert.equal(await work(id, async () => delivered), 1)
})

test('what was delivered before the receiver went away is not forgotten', async () => {
  const id = await aReceiver(2)
  let answered = 0
  await work(id, async () => ((answered += 1) === 1 ? delivered : away))
  const { state, lastDeliveredAt, waiting } = await seen(id)
  assert.deepEqual([state, lastDeliveredAt, waiting], ['failing', now(), 1])
})

test('a receiver that refuses a message is reached all the same', async () => {
  const id = await aReceiver(2)
  await work(id, async () => away)
  office.clock.advance(60_000)
  await work(id, async () => ({ kind: 'refused', why: 'status-422' }))
  const { state, failures, pausedUntil, lastFault, lastDeliveredAt } = await seen(id)
  assert.deepEqual([state, failures, pausedUntil, lastFault, lastDeliveredAt], ['waiting', 0, null, null, null])
})

test('nothing waits for a system that was stopped', async () => {
  const id = await aReceiver(2)
  const { waiting } = await office.call('webhooks.stop', caller, { id })
  const { items } = await office.call('webhooks.list-deliveries', caller, { id, waiting: 'true' })
  assert.deepEqual([waiting, items], [0, []])
})

test('what is sent once more has no answer yet', async () => {
  const id = await aReceiver(1)
  await work(id, async () => delivered)
  await office.call('webhooks.redeliver', caller, { id, from: '2026-09-07' })
  const { items } = await office.call('webhooks.list-deliveries', caller, { id, waiting: 'true' })
  assert.deepEqual([...new Set(items.map(({ lastAnswer }) => lastAnswer))], [null])
})

test('a step that came into the tree by a clock a little behind is of the day all the same', async () => {
  const id = await aReceiver(0)
  const before = office.clock.now()
  office.clock.set(new Date('2026-09-09T00:00:02+08:00'))
  await aSubmittedCase(office)
  office.clock.set(new Date('2026-09-08T23:59:58+08:00'))
  await lookForSteps(office)
  office.clock.set(new Date('2026-09-09T09:00:00+08:00'))
  assert.ok(before < office.clock.now())
  assert.deepEqual(await office.call('webhooks.redeliver', caller, { id, from: '2026-09-09' }), { id, messages: 1 })
})

test('whoever renewed the secret stands beside it', async () => {
  const id = await aReceiver(0)
  assert.equal((await seen(id)).secretBy, (await seen(id)).createdBy)
  const other = { ...caller, id: 'HD0009' }
  await office.call('webhooks.renew-secret', other, { id })
  assert.equal((await seen(id)).secretBy, 'staff:HD0009')
})
