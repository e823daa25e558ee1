import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createHttp } from '#kernel/http/server.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { subjectId } from '#test/harness/callers.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { app } = office

const http = createHttp({
  operations: app.operations,
  call: (...call) => app.run(...call),
  findCaller: (token) => findCaller(app.db, token, office.clock.now()),
  ping: async () => undefined,
  openApi: () => ({}),
  texts: app.texts,
  log: app.services.log,
})

async function send(path: string, options: { readonly body?: unknown; readonly token?: string; readonly key?: string } = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = {
    'content-type': 'application/json',
    ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
  }
  const response = await http.request(`/api/v1${path}`, options.body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(options.body) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a person signs in over HTTP, sees the own record and nobody else’s', async () => {
  const signedIn = await send('/session/development', { body: { key: 'zhang-xiaomei' } })
  assert.equal(signedIn.status, 200)
  const token = String(signedIn.body['token'])
  assert.equal((await send('/subjects/me', { token })).body['maskedName'], '张**')
  assert.equal((await send('/subjects/me/unmaskings', { token })).status, 200)
  const stranger = await subjectId(office, 'li-guoqiang')
  const seen = await send(`/subjects/${stranger}`, { token })
  assert.deepEqual([seen.status, seen.body['code']], [404, 'subjects.unknown'])
  assert.equal((await send('/subjects/me')).status, 401)
  assert.equal((await send('/me', { token })).body['kind'], 'person')
})

test('a clerk signs in over HTTP; a wrong password is 401 with a Chinese title', async () => {
  const right = { signInName: 'linguodong', password: 'yimen-demo' }
  const { body } = await send('/session/staff', { body: right })
  assert.equal((await send('/me', { token: String(body['token']) })).body['id'], 'HD0001')
  const wrong = await send('/session/staff', { body: { ...right, password: 'x' } })
  assert.equal(wrong.status, 401)
  assert.match(String(wrong.body['title']), /\p{Script=Han}/u)
})

test('no token is kept as the answer of an idempotency key', async () => {
  const { body } = await send('/session/development', { body: { key: 'tan-yongan' }, key: 'sign-in-once' })
  const { rows } = await office.database.pool.query('SELECT key FROM idempotency_keys')
  assert.ok(String(body['token']).length > 20)
  assert.deepEqual(rows, [])
})
