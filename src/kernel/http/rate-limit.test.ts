import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { createLog } from '#kernel/log/log.ts'
import { settableClock } from '#kernel/time/clock-source.ts'
import { createRateLimiter, type RateLimiter } from './rate-limit.ts'
import { createHttp } from './server.ts'
import { type IsProxy, proxiesIn } from './who-asks.ts'

const nine = new Date('2026-09-07T09:00:00+08:00')

function allows(take: () => void): true | number {
  try {
    take()
    return true
  } catch (error) {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, 'contract.too-many-requests')
    return error.details['retryAfterSeconds'] as number
  }
}

test("a minute's worth may come at once; then one call comes back every so many seconds", () => {
  const clock = settableClock(nine)
  const limiter = createRateLimiter(clock)
  const call = (): true | number => allows(() => limiter.take('a', 3))
  assert.deepEqual([call(), call(), call(), call()], [true, true, true, 20])
  clock.advance(19_000)
  assert.equal(call(), 1)
  clock.advance(1_000)
  assert.deepEqual([call(), call()], [true, 20])
  clock.advance(3_600_000)
  assert.deepEqual([call(), call(), call(), call()], [true, true, true, 20])
})

test('a clock that is set back neither frees nor punishes', () => {
  const clock = settableClock(nine)
  const limiter = createRateLimiter(clock)
  limiter.take('a', 1)
  clock.advance(-3_600_000)
  assert.equal(allows(() => limiter.take('a', 1)), 60)
})

test('each caller is counted alone, and memory is bounded', () => {
  const limiter = createRateLimiter(settableClock(nine), 2)
  limiter.take('a', 1)
  limiter.take('b', 1)
  assert.equal(allows(() => limiter.take('a', 1)), 60)
  limiter.take('c', 1)
  assert.equal(allows(() => limiter.take('b', 1)), 60)
  assert.equal(allows(() => limiter.take('a', 1)), true)
})

const verify = defineOperation({
  name: 'trial.verify',
  summary: 'A public operation with a rate',
  kind: 'query',
  http: { method: 'GET', path: '/trial/verify' },
  access: 'public',
  rate: { perMinute: 2 },
  input: z.object({}),
  output: z.object({}),
  refusals: [],
  run: async () => ({}),
})

const doorsOf = (limiter: RateLimiter, isProxy?: IsProxy): ReturnType<typeof createHttp> => {
  const clerk: Caller = { kind: 'staff', id: 'HD0001', name: '张三', unitId: 'office', roles: [] }
  return createHttp({
    operations: [verify],
    call: async () => ({}),
    findCaller: async (token) => (token === undefined ? anonymous : clerk),
    ping: async () => undefined,
    openApi: () => ({}),
    texts: { zh: (code) => code, en: (code) => code },
    log: createLog('silent'),
    limiter,
    ...(isProxy && { isProxy }),
  })
}

test('what a balancer on another machine says of the address of a caller counts if the operator named its network, and nobody else is believed', async () => {
  const http = doorsOf(createRateLimiter(settableClock(nine)), proxiesIn(['10.77.0.30/32', 'fd00::/64']))
  const ask = async (from: string, forwarded: string): Promise<number> => (await http.request('/api/v1/trial/verify', { headers: { 'x-forwarded-for': forwarded } }, { incoming: { socket: { remoteAddress: from } } })).status
  assert.deepEqual([await ask('10.77.0.30', '1.2.3.4'), await ask('::ffff:10.77.0.30', '1.2.3.4'), await ask('10.77.0.30', '1.2.3.4')], [200, 200, 429])
  assert.deepEqual([await ask('10.77.0.30', '1.2.3.5'), await ask('fd00::1', '1.2.3.6')], [200, 200])
  assert.deepEqual([await ask('10.77.0.31', '2.0.0.1'), await ask('10.77.0.31', '2.0.0.2'), await ask('10.77.0.31', '2.0.0.3')], [200, 200, 429])
})

test('over HTTP the third call of one address is answered 429 with Retry-After; other addresses and signed-in callers go on', async () => {
  const http = doorsOf(createRateLimiter(settableClock(nine)))
  const ask = async (headers: Record<string, string>): Promise<Response> => http.request('/api/v1/trial/verify', { headers })
  const home = { 'x-forwarded-for': '6.6.6.6, 1.2.3.4' }
  assert.deepEqual([(await ask(home)).status, (await ask(home)).status], [200, 200])
  const refused = await ask(home)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '30')
  assert.equal(((await refused.json()) as { code: string }).code, 'contract.too-many-requests')
  assert.equal((await ask({ 'x-forwarded-for': '7.7.7.7, 1.2.3.4' })).status, 429, 'only the address that the proxy added counts')
  assert.equal((await ask({ 'x-forwarded-for': '1.2.3.5' })).status, 200)
  assert.equal((await ask({ authorization: `Bearer ${'x'.repeat(43)}` })).status, 200)
})
