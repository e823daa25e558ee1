import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openApiDocument } from '#kernel/contract/openapi.ts'
import { createRateLimiter } from '#kernel/http/rate-limit.ts'
import { createHttp, type HttpOptions } from '#kernel/http/server.ts'
import { findCaller, openSession } from '#kernel/session/sessions.ts'
import { settableClock } from '#kernel/time/clock-source.ts'
import { personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestDoors, readAnswer } from '#test/harness/doors.ts'
import { openTestOffice, scratchFolder } from '#test/harness/office.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import { matrixCallers } from './matrix-callers.ts'
import { recordOf } from './matrix-records.ts'
import { aSubscription } from '#test/harness/webhooks.ts'
import { knownValues, requestOf, smallestInput } from './request-input.ts'

const office = await openTestOffice({ with: 'city' })
const staticFolder = scratchFolder()
after(async () => {
  rmSync(staticFolder, { recursive: true, force: true })
  await office.close()
})
const { app } = office
const doors = openTestDoors(office)
const person = await personCaller(office, 'zhang-xiaomei')
const tokenOf = async (): Promise<string> => (await openSession(app.db, person, { kind: 'browser', now: office.clock.now() })).token

const lists = app.operations.filter(({ http, output }) => http?.method === 'GET' && 'shape' in output && 'nextCursor' in (output.shape as object))
const callers = await matrixCallers(office)
const known = await knownValues(office)
// Seven cases at one instant: a cursor that goes by time alone would lose or repeat some.
for (let filed = 1; filed <= 7; filed++) await aSubmittedCase(office)

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

const options: HttpOptions = {
  operations: app.operations,
  call: (operation, caller, input, given) => app.run(operation, caller, input, given),
  findCaller: (token) => findCaller(app.db, token, office.clock.now()),
  ping: async () => undefined,
  openApi: () => openApiDocument({ operations: app.operations, permissions: app.permissions, texts: app.texts, version: '1.0.0' }),
  texts: app.texts,
  log: app.services.log,
}

test('every answer carries the security headers and the number under which the log has it', async () => {
  for (const path of ['/units', '/me', '/nothing', '//healthz', '//nowhere']) {
    const { headers } = await doors('GET', path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN', path)
    assert.equal(headers.get('referrer-policy'), 'same-origin', path)
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains', path)
    assert.match(headers.get('x-request-id') ?? '', /^[\w-]{8,64}$/, path)
    assert.equal(headers.get('x-powered-by'), null, path)
  }
})

test('a request keeps the number that it brought, unless that is no number', async () => {
  assert.equal((await doors('GET', '/units', { headers: { 'x-request-id': 'gateway-20260907-1' } })).headers.get('x-request-id'), 'gateway-20260907-1')
  assert.notEqual((await doors('GET', '/units', { headers: { 'x-request-id': '<script>' } })).headers.get('x-request-id'), '<script>')
})

test('what a person may see is not kept by any cache', async () => {
  assert.equal((await doors('GET', '/me', { as: person })).headers.get('cache-control'), 'no-store')
  assert.equal((await doors('GET', '/me')).headers.get('cache-control'), 'no-store')
})

test('health is 200 while the database answers and 503 when it does not', async () => {
  assert.deepEqual((await doors('GET', '//healthz')).json, { status: 'ok' })
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const sick = await readAnswer(await createHttp({ ...options, ping: () => Promise.reject(away) }).request('/healthz'))
  assert.deepEqual([sick.status, sick.json['code']], [503, 'contract.try-again'])
})

test('a database that goes away in any of its ways is 503, a fault of the program is 500 and says nothing of itself', async () => {
  const answerTo = async (error: Error) => readAnswer(await createHttp({ ...options, log: silent, ping: () => Promise.reject(error) }).request('/healthz'))
  for (const code of ['57P01', '57P03', '08006', '53300', '40P01', 'ECONNRESET', 'EPIPE']) assert.equal((await answerTo(Object.assign(new Error('away'), { code }))).status, 503, code)
  for (const message of ['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable', 'timeout exceeded when trying to connect']) assert.equal((await answerTo(new Error(message))).status, 503, message)
  const fault = await answerTo(new Error('secret /etc/passwd'))
  assert.deepEqual([fault.status, fault.json['code']], [500, 'contract.fault'])
  assert.doesNotMatch(fault.text, /secret|passwd|\.ts/)
})

test('built files are kept for a year, answered by their tag, and sent small', async () => {
  mkdirSync(join(staticFolder, 'assets'))
  writeFileSync(join(staticFolder, 'assets/app-1a2b.js'), 'export const one = 1\n'.repeat(500))
  const files = createHttp({ ...options, staticFolder })
  const whole = await files.request('/assets/app-1a2b.js')
  assert.equal(whole.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  const tag = whole.headers.get('etag') ?? ''
  assert.match(tag, /^(?:W\/)?"[^"]+"$/)
  assert.equal((await files.request('/assets/app-1a2b.js', { headers: { 'if-none-match': tag } })).status, 304)
  const small = await files.request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(small.headers.get('content-encoding'), 'gzip')
  assert.ok((await small.arrayBuffer()).byteLength < 2_000)
  for (const path of ['/assets/..%2fsecret', '/assets/%2e%2e/secret', '/assets/missing.js']) assert.equal((await files.request(path)).status, 404, path)
})

test('a change that another site sends with the visitor’s cookie is refused; our own pages and bearer tokens are not', async () => {
  const api = createHttp(options)
  const send = async (headers: Readonly<Record<string, string>>) => (await readAnswer(await api.request('/api/v1/session', { method: 'DELETE', headers: { host: 'yimen.test', ...headers } })))
  const cookie = { cookie: `yimen_session=${await tokenOf()}` }
  for (const foreign of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.test' }, { origin: 'null' }, { origin: 'no address' }]) {
    const answer = await send({ ...cookie, ...foreign })
    assert.deepEqual([answer.status, answer.json['code']], [403, 'contract.not-permitted'], JSON.stringify(foreign))
  }
  assert.equal((await api.request('/api/v1/me', { headers: { ...cookie, 'sec-fetch-site': 'cross-site' } })).status, 200)
  assert.equal((await send({ ...cookie, origin: 'https://yimen.test', 'sec-fetch-site': 'same-origin' })).status, 200)
  assert.equal((await send({ authorization: `Bearer ${await tokenOf()}`, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' })).status, 200)
})

test('calls beyond the rate are 429 with the seconds to wait, for this caller only', async () => {
  const clock = settableClock(new Date('2026-09-07T09:00:00+08:00'))
  const api = createHttp({ ...options, limiter: createRateLimiter(clock) })
  const verify = async (token: string) => readAnswer(await api.request('/api/v1/documents/9H3T-4PWX-7KDA/verify', { headers: { authorization: `Bearer ${token}` } }))
  const token = await tokenOf()
  for (let call = 1; call <= 60; call++) assert.equal((await verify(token)).status, 404)
  const limited = await verify(token)
  assert.deepEqual([limited.status, limited.json['code'], limited.headers.get('retry-after')], [429, 'contract.too-many-requests', '1'])
  assert.equal((await verify('')).status, 404)
  clock.advance(1_000)
  assert.equal((await verify(token)).status, 404)
})

/** What the list hangs on, if it hangs on something. */
async function recordFor(operation: (typeof lists)[number]): Promise<Awaited<ReturnType<NonNullable<ReturnType<typeof recordOf>>['make']>> | undefined> {
  if (operation.name === 'webhooks.list-deliveries') return { id: await aSubscription(office) }
  return recordOf(operation)?.make(office)
}

/** Heads of units may open it for their own unit only, which the smallest input does not name. */
const wholeListOnly = { operation: 'reporting.list-figure-rows', caller: 'supervisor own' }

for (const operation of lists) {
  test(`${operation.name} leads through all of its items by cursor, each once`, async () => {
    const kind = recordOf(operation)
    const input = smallestInput(operation, known, await recordFor(operation))
    const { access } = operation
    const reached = kind?.reachedBy(operation.name) ?? []
    const asking = callers.find(({ name, caller }) => {
      if (operation.name === wholeListOnly.operation) return name === wholeListOnly.caller
      if (kind !== undefined && !reached.some((one) => name === one || name.startsWith(`${one} `))) return false
      return access === 'public' || (access === 'signed-in' ? caller.kind !== 'anonymous' : isPermitted(app.permissions, access.permission, caller))
    })
    assert.ok(asking)
    const paged = 'shape' in operation.input && 'limit' in (operation.input.shape as object)
    const page = async (limit: number, cursor?: string) => {
      const answer = await doors(...requestOf(operation, { ...input, ...(paged && { limit }), ...(cursor !== undefined && { cursor }) }, asking.caller))
      assert.equal(answer.status, 200, answer.text.slice(0, 300))
      return answer.json as { readonly items: readonly unknown[]; readonly nextCursor: string | null }
    }
    const whole = await page(100)
    const single: unknown[] = []
    for (let cursor: string | null | undefined; cursor !== null && single.length < 30; ) {
      const { items, nextCursor } = await page(2, cursor)
      assert.ok(items.length <= 2 || nextCursor === null, 'more items than were asked for')
      single.push(...items)
      cursor = nextCursor
    }
    const isWhole = whole.nextCursor === null && whole.items.length <= single.length
    assert.deepEqual(single, isWhole ? whole.items : whole.items.slice(0, single.length))
  })
}

test('a cursor that is none does not break a list', async () => {
  for (const operation of lists.filter((one) => recordOf(one) === undefined && 'shape' in one.input && 'cursor' in (one.input.shape as object))) {
    const asking = callers.find(({ name, caller }) => operation.name === wholeListOnly.operation ? name === wholeListOnly.caller : operation.access === 'public' || (operation.access === 'signed-in' ? caller.kind !== 'anonymous' : isPermitted(app.permissions, operation.access.permission, caller)))
    assert.ok(asking)
    for (const cursor of ['x', '0', '-1', '%00', '../..', `'--`, 'AAAA', '9'.repeat(80)]) {
      const { status } = await doors(...requestOf(operation, { ...smallestInput(operation, known, await recordFor(operation)), cursor }, asking.caller))
      assert.ok(status === 200 || status === 400, `${operation.name} ${cursor}: ${status}`)
    }
  }
})


