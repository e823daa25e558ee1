import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { hmacSm3 } from '#kernel/crypto/sm3.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { administrator, clerk, holderOf } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { blockListOf } from './address-guard.ts'
import { deliverDue } from './deliver.ts'
import { Told } from './schema.ts'
import { httpTransport } from './transport.ts'

const office = await openTestOffice()
const loopback = blockListOf(['127.0.0.0/8'])
const caller = await administrator(office)

/** A system that is told; `answer` says with which status. */
let answer: (told: Told) => number = () => 204
const heard: { readonly told: Told; readonly body: string; readonly path: string | undefined; readonly headers: IncomingHttpHeaders }[] = []
const receiver = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.on('end', () => {
    const told = Told.parse(JSON.parse(body))
    heard.push({ told, body, path: request.url, headers: request.headers })
    response.writeHead(answer(told), { location: '/elsewhere' }).end('whatever')
  })
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`

after(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await office.close()
})
beforeEach(() => {
  heard.length = 0
  answer = () => 204
})

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const within = (networks: readonly string[]) => Object.defineProperty(office.app.services.config, 'webhookNetworks', { value: networks, configurable: true })
const pass = async (id: string, transport = httpTransport(loopback)): Promise<number> => {
  await office.call('kernel.make-checkpoint', law, {})
  await office.call('webhooks.fill-outbox', law, {})
  return deliverDue({ db: office.database.db, services: office.app.services }, id, transport)
}

async function aSubscription(kinds: readonly 'case'[] = ['case']) {
  within(['127.0.0.0/8'])
  const { items } = await office.call('webhooks.list-subscriptions', caller, {})
  for (const { id, state } of items) if (state !== 'stopped') await office.call('webhooks.stop', caller, { id })
  await office.call('kernel.make-checkpoint', law, {})
  return office.call('webhooks.subscribe', caller, { name: '市数据共享平台', address, kinds: [...kinds] })
}

test('a receiver is told of every step since it was let in, signed, with the place in the ledger and with nothing about persons', async () => {
  await aSubmittedCase(office)
  const { id } = await aSubscription()
  const { secret } = await office.call('webhooks.renew-secret', caller, { id })
  const { number } = await aSubmittedCase(office)
  assert.equal(await pass(id), 1)
  const [{ told, body, headers } = assert.fail('nothing came')] = heard
  assert.deepEqual([told.matter, told.seq, told.command, told.to], [{ number, kind: 'case' }, 1, 'submit', 'submitted'])
  assert.deepEqual(Object.keys(told), ['id', 'leaf', 'matter', 'seq', 'at', 'command', 'from', 'to'])
  const [, seconds, mac] = /^t=(\d+),hmac-sm3=([0-9a-f]{64})$/.exec(String(headers['yimen-signature'])) ?? []
  assert.equal(mac, hmacSm3(Buffer.from(secret, 'hex'), `${seconds}.${body}`).toString('hex'))
  assert.equal(Number(seconds), office.clock.now().getTime() / 1000)
  assert.equal(headers['yimen-delivery'], told.id)
  assert.equal((await office.call('kernel.get-inclusion-proof', caller, { eventHash: told.id })).leafIndex, told.leaf)
  assert.equal(await pass(id), 0)
})

test('while the receiver is away one message an attempt is tried, with growing pauses; then everything comes, each matter in order', async () => {
  const { id } = await aSubscription()
  answer = () => 503
  await aSubmittedCase(office)
  await aSubmittedCase(office)
  assert.equal(await pass(id), 0)
  const first = heard.length
  assert.equal((await office.call('webhooks.get-subscription', caller, { id })).state, 'failing')
  assert.equal(await pass(id), 0)
  assert.equal(heard.length, first, 'nothing is sent during the pause')
  office.clock.advance(60_000)
  await pass(id)
  assert.equal(heard.length, first + 1, 'one message asks whether it is back')
  answer = () => 200
  office.clock.advance(120_000)
  assert.equal(await pass(id), 2)
  const { state, failures, waiting } = await office.call('webhooks.get-subscription', caller, { id })
  assert.deepEqual([state, failures, waiting], ['calm', 0, 0])
})

test('a message that the receiver does not want holds up its own matter and no other', async () => {
  const { id } = await aSubscription()
  const unwanted = (await aSubmittedCase(office)).number
  const other = (await aSubmittedCase(office)).number
  await office.call('cases.withdraw-case', await aCaller(unwanted), { number: unwanted, reason: '不办了' })
  answer = ({ matter, seq }) => (matter.number === unwanted && seq === 1 ? 422 : 204)
  await pass(id)
  assert.deepEqual(heard.map(({ told }) => `${told.matter.number} ${told.seq}`).toSorted(), [`${unwanted} 1`, `${other} 1`].toSorted())
  const { items } = await office.call('webhooks.list-deliveries', caller, { id, waiting: 'true' })
  assert.deepEqual(items.map(({ matterNumber, attempts, lastAnswer }) => [matterNumber, attempts, lastAnswer]), [[unwanted, 0, null], [unwanted, 1, 'status-422']])
})

async function aCaller(number: string) {
  const { rows } = await office.database.pool.query<{ id: string }>('SELECT subject_id AS id FROM matters WHERE number = $1', [number])
  return { kind: 'person', id: rows[0]?.id ?? '', level: 3, name: '张*' } as const
}

test('two workers at once send every message once', async () => {
  const { id } = await aSubscription()
  for (let made = 1; made <= 6; made++) await aSubmittedCase(office)
  await office.call('kernel.make-checkpoint', law, {})
  await Promise.all([office.call('webhooks.fill-outbox', law, {}), office.call('webhooks.fill-outbox', law, {})])
  await Promise.all([pass(id), pass(id), pass(id)])
  assert.deepEqual([heard.length, new Set(heard.map(({ told }) => told.id)).size], [6, 6])
})

test('everything since a day is told once more under the same ids, also what came before the subscription', async () => {
  const { number } = await aSubmittedCase(office)
  const { id } = await aSubscription()
  assert.equal(await pass(id), 0)
  const { messages } = await office.call('webhooks.redeliver', caller, { id, from: '2026-09-07' })
  assert.equal(await pass(id), messages)
  assert.ok(heard.some(({ told }) => told.matter.number === number))
  const before = heard.map(({ told }) => told.id)
  heard.length = 0
  await office.call('webhooks.redeliver', caller, { id, from: '2026-09-07' })
  await pass(id)
  assert.deepEqual(heard.map(({ told }) => told.id).toSorted(), before.toSorted())
  await assert.rejects(office.call('webhooks.redeliver', caller, { id, from: '2026-12-31' }), refusal('webhooks.day-ahead'))
})

test('a stopped system is told nothing more, and its address may be let in again', async () => {
  const { id } = await aSubscription()
  await aSubmittedCase(office)
  await office.call('webhooks.stop', caller, { id })
  assert.equal(await pass(id), 0)
  await assert.rejects(office.call('webhooks.stop', caller, { id }), refusal('webhooks.stopped'))
  await assert.rejects(office.call('webhooks.renew-secret', caller, { id }), refusal('webhooks.stopped'))
  const again = await office.call('webhooks.subscribe', caller, { name: '又来了', address })
  await assert.rejects(office.call('webhooks.subscribe', caller, { name: '两次', address }), refusal('webhooks.already-subscribed'))
  await office.call('webhooks.stop', caller, { id: again.id })
})

test('what lies inside the office is not subscribed, and not reached when the operator closes the network afterwards', async () => {
  const { id } = await aSubscription()
  await aSubmittedCase(office)
  assert.equal(await pass(id, httpTransport(blockListOf([]))), 0)
  assert.equal(heard.length, 0)
  assert.equal((await office.call('webhooks.get-subscription', caller, { id })).lastFault, 'address-not-allowed')
  within([])
  await assert.rejects(office.call('webhooks.subscribe', caller, { name: '内部', address: 'http://127.0.0.1:5432/' }), refusal('webhooks.address-not-allowed'))
  await assert.rejects(office.call('webhooks.subscribe', caller, { name: '内部', address: 'https://169.254.169.254/latest' }), refusal('webhooks.address-not-allowed'))
})

test('a name that leads inside is not followed', async () => {
  const outcome = await httpTransport(blockListOf([]))({ address: `http://localhost:${new URL(address).port}/in`, body: '{}', headers: {} })
  assert.deepEqual(outcome, { kind: 'away', why: 'address-not-allowed' })
  assert.equal(heard.length, 0)
})

test('where a receiver sends a message on to nobody follows, and the message is not delivered', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    heard.length = 0
    answer = () => status
    const { id } = await aSubscription()
    await aSubmittedCase(office)
    assert.equal(await pass(id), 0)
    const { items } = await office.call('webhooks.list-deliveries', caller, { id, waiting: 'true' })
    assert.deepEqual([heard.map(({ path }) => path), items.map(({ lastAnswer }) => lastAnswer)], [['/in'], [`status-${status}`]])
  }
})

test('what was delivered is forgotten after thirty days, what waits is not', async () => {
  const { id } = await aSubscription()
  await aSubmittedCase(office)
  await pass(id)
  answer = () => 500
  await aSubmittedCase(office)
  await pass(id)
  office.clock.advance(31 * 86_400_000)
  await office.call('webhooks.forget-delivered', law, {})
  const { items } = await office.call('webhooks.list-deliveries', caller, { id })
  assert.deepEqual(items.map(({ deliveredAt }) => deliveredAt), [null])
})

test('only administrators let systems in, supervisors look, and clerks see nothing', async () => {
  const { id } = await aSubscription()
  const supervisor = await holderOf(office, 'supervisor', 'jiwei-jianwei')
  assert.equal((await office.call('webhooks.get-subscription', supervisor, { id })).address, address)
  await assert.rejects(office.call('webhooks.stop', supervisor, { id }), refusal('contract.not-permitted'))
  await assert.rejects(office.call('webhooks.list-subscriptions', await clerk(office), {}), refusal('contract.not-permitted'))
})
