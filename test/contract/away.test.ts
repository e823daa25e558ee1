import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listen } from '#kernel/http/listen.ts'
import { createHttp, type HttpOptions } from '#kernel/http/server.ts'
import { turnAwayOf } from '#kernel/http/turn-away.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { readAnswer } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'

// What callers are told when the office cannot serve them: database away, disk full, too many at once.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { app } = office

const options: HttpOptions = {
  operations: app.operations,
  call: app.run,
  findCaller: (token) => findCaller(app.db, token, office.clock.now()),
  ping: async () => undefined,
  openApi: () => ({}),
  texts: app.texts,
  log: app.services.log,
  pages: async () => new Response('page'),
}
const failing = (code: string) => () => Promise.reject(Object.assign(new Error('away'), { code }))
const browser = { accept: 'text/html,application/xhtml+xml' }

test('a browser is shown a page in Chinese when the database is away, with the number to quote and when to come again', async () => {
  const away = createHttp({ ...options, findCaller: failing('ECONNREFUSED') })
  const answer = await readAnswer(await away.request('/', { headers: browser }))
  assert.deepEqual([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')], [503, '5', 'text/html; charset=utf-8'])
  assert.match(answer.text, /<h1>系统暂时忙，请稍后再试<\/h1>/)
  assert.ok(answer.text.includes(answer.headers.get('x-request-id') ?? 'no number'))
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'; style-src 'sha256-/)
})

test('who reads English is told so in English, by what the address asks for or what was chosen before', async () => {
  const away = createHttp({ ...options, findCaller: failing('ECONNREFUSED') })
  const asked: readonly (readonly [string, Readonly<Record<string, string>>])[] = [['/?lang=en', browser], ['/services', { ...browser, cookie: 'yimen_language=en' }]]
  for (const [path, headers] of asked) {
    const answer = await readAnswer(await away.request(path, { headers }))
    assert.match(answer.text, /<html lang="en">.*<h1>The system is busy; try again shortly<\/h1><p>What you have already sent is not lost\.<\/p>/s)
    assert.doesNotMatch(answer.text, /<body>.*\p{Script=Han}/su)
  }
  assert.match((await readAnswer(await away.request('/?lang=zh-CN', { headers: { ...browser, cookie: 'yimen_language=en' } }))).text, /<html lang="zh-CN">/)
})

test('a program that asks the API is told the same as a problem', async () => {
  const away = createHttp({ ...options, findCaller: failing('57P03') })
  const answer = await readAnswer(await away.request('/api/v1/units', { headers: browser }))
  assert.deepEqual([answer.status, answer.headers.get('retry-after'), answer.json['code']], [503, '5', 'contract.try-again'])
})

test('a disk without room is 507 with its own code, be it that of the files or of the database', async () => {
  for (const code of ['ENOSPC', 'EDQUOT', '53100']) {
    const answer = await readAnswer(await createHttp({ ...options, findCaller: failing(code) }).request('/api/v1/units'))
    assert.deepEqual([answer.status, answer.json['code']], [507, 'contract.disk-full'], code)
  }
})

test('while too many wait for longer than a moment, a call is turned away at once and told to come again; health, readiness and files are still answered', async () => {
  let [waiting, elapsed] = [3, 0]
  const seen: string[] = []
  const turnAway = turnAwayOf({ shedding: { waiting: () => waiting, mostWaiting: 3, monotonic: () => (elapsed += 500) }, texts: app.texts, observer: { begin: ({ method }) => ({ operation, status }) => void seen.push(`${method} ${operation} ${status}`) } })
  const busy = await listen(createHttp({ ...options, readiness: async () => ({ ready: true, checks: { database: 'ok', migrations: 'ok', clock: 'ok', ledger: 'ok', jobs: 'ok' } }) }), { host: '127.0.0.1', port: 0, turnAway })
  const ask = async (path: string, init: RequestInit = {}) => readAnswer(await fetch(`http://127.0.0.1:${busy.port}${path}`, init))
  try {
    assert.equal((await ask('/api/v1/units')).status, 200)
    const shed = await ask('/api/v1/units')
    assert.deepEqual([shed.status, shed.json['code'], shed.headers.get('retry-after'), shed.headers.get('content-type')], [503, 'contract.overloaded', '1', 'application/problem+json; charset=utf-8'])
    const page = await ask('/', { headers: browser })
    assert.deepEqual([page.status, page.headers.get('content-type')], [503, 'text/html; charset=utf-8'])
    assert.ok(page.text.includes(page.headers.get('x-request-id') ?? 'no number'))
    assert.match((await ask('/', { headers: { ...browser, cookie: 'yimen_language=en' } })).text, /<html lang="en">.*<h1>Too many people/s)
    const upload = await ask('/api/v1/files?name=plan.pdf', { method: 'POST', body: Buffer.alloc(100_000) })
    assert.deepEqual([upload.status, upload.headers.get('connection')], [503, 'close'])
    for (const path of ['/healthz', '/readyz']) assert.equal((await ask(path)).status, 200, path)
    assert.deepEqual(seen, ['GET turned-away 503', 'GET turned-away 503', 'GET turned-away 503', 'POST turned-away 503'])
    waiting = 2
    assert.equal((await ask('/api/v1/units')).status, 200)
  } finally {
    await busy.close()
  }
})

test('a process that cannot serve says so, and which of its parts it is', async () => {
  const unready = createHttp({ ...options, readiness: async () => ({ ready: false, checks: { database: 'away', migrations: 'unknown', clock: 'unknown', ledger: 'unknown', jobs: 'unknown' } }) })
  const answer = await readAnswer(await unready.request('/readyz'))
  assert.deepEqual([answer.status, answer.headers.get('retry-after'), answer.json['ready']], [503, '5', false])
})

test('every answer is observed once, by operation and status, and never by its address', async () => {
  const seen: string[] = []
  const watched = createHttp({ ...options, observer: { begin: ({ method }) => ({ operation, status }) => void seen.push(`${method} ${operation} ${status}`) } })
  for (const path of ['/api/v1/units', '/api/v1/units/nobody', '/api/v1/nothing', '/progress/440114-1', '/healthz']) await watched.request(path)
  assert.deepEqual(seen, ['GET organisation.list-units 200', 'GET organisation.get-unit 404', 'GET other 404', 'GET page 200', 'GET other 200'])
})
