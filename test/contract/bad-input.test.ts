import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Caller } from '#kernel/access/caller.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { clerk, holderOf, personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, aSubmittedCase, foodApplication } from '#test/harness/cases.ts'
import { type DoorAnswer, type DoorRequest, openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { fingerprint } from './fingerprint.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const person = await personCaller(office, 'zhang-xiaomei')
const windowClerk = await clerk(office)
const submit = (changes: Parameters<typeof foodApplication>[0], as: Caller = person): Promise<DoorAnswer> => doors('POST', '/cases', { as, json: foodApplication(changes) })

/** A refusal is a problem of RFC 9457 in two languages with pointers to what is wrong, and leaves no trace. */
async function refused(ask: () => Promise<DoorAnswer>, status: number, code: string): Promise<DoorAnswer['json']> {
  const before = await fingerprint(office)
  const answer = await ask()
  const { json, headers } = answer
  assert.deepEqual([answer.status, json['code']], [status, code], answer.text.slice(0, 500))
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.equal(json['status'], status)
  assert.equal(json['type'], `urn:yimen:problem:${code}`)
  assert.match(String(json['title']), /\p{Script=Han}/u)
  assert.match(String(json['titleEn']), /^[A-Z][^\p{Script=Han}]+$/u)
  assert.equal(json['instance'], `urn:yimen:request:${headers.get('x-request-id')}`)
  for (const { pointer, title } of faultsOf(json)) {
    assert.match(pointer, /^(?:\/.*)?$/)
    assert.match(title, /\p{Script=Han}/u)
  }
  assert.deepEqual(await fingerprint(office), before)
  return json
}

function faultsOf(json: DoorAnswer['json']): readonly { readonly pointer: string; readonly code: string; readonly title: string }[] {
  return (json['errors'] ?? []) as readonly { pointer: string; code: string; title: string }[]
}

const pointersOf = (json: DoorAnswer['json']): readonly string[] => faultsOf(json).map(({ pointer }) => pointer)

test('D-01 an identity number with a wrong check digit is pointed out', async () => {
  const json = { name: '王小明', idNumber: '440114198805160021', sex: 'male', birthOn: '1988-05-16', phone: '13800001234', regionCode: '440114001', address: '新华街道1号' }
  const body = await refused(() => doors('POST', '/subjects/persons', { as: windowClerk, json }), 400, 'subjects.id-number-invalid')
  assert.deepEqual(faultsOf(body).map(({ pointer, code }) => [pointer, code]), [['/idNumber', 'ids.citizen-id-check-digit']])
})

test('D-02 a credit code with a wrong check character is pointed out', async () => {
  const json = { name: '花都示例有限公司', creditCode: '91440114MA5AAAAAA0', legalRepresentativeId: person.id, establishedOn: '2020-01-01', phone: '13800001234', regionCode: '440114001', address: '新华街道1号' }
  const body = await refused(() => doors('POST', '/subjects/organisations', { as: windowClerk, json }), 400, 'subjects.credit-code-invalid')
  assert.deepEqual(faultsOf(body).map(({ pointer, code }) => [pointer, code]), [['/creditCode', 'ids.credit-code-check-digit']])
})

test('a command that the state does not allow is a conflict that tells what is allowed', async () => {
  const { number } = await aDecidedCase(office)
  const body = await refused(() => doors('POST', `/cases/${number}/accept`, { as: windowClerk, json: {} }), 409, 'lifecycle.command-not-allowed')
  assert.deepEqual([body['state'], body['allowed']], ['decided', ['issue']])
})

test('a command on a version that is gone is a conflict that tells the present one', async () => {
  const { number, version } = await aSubmittedCase(office)
  const body = await refused(() => doors('POST', `/cases/${number}/receive`, { as: windowClerk, json: { expectedVersion: version + 1 } }), 409, 'contract.version-conflict')
  assert.equal(body['version'], version)
})

test('an item that does not exist is not found, one that was cancelled takes no application', async () => {
  await refused(() => submit({ implementCode: '11440114MB2C00144C4440114009999' }), 404, 'catalogue.item-unknown')
  const publisher = await holderOf(office, 'cataloguePublisher', 'zhengwu-shuju')
  const cancelled = await doors('POST', `/catalogue/items/${foodApplication().implementCode}/cancel`, { as: publisher, json: { from: '2026-09-08', reason: '取消' } })
  assert.equal(cancelled.status, 200, cancelled.text)
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  await refused(() => submit({}), 422, 'catalogue.item-not-in-force')
  office.clock.set(new Date('2026-09-07T09:00:00+08:00'))
})

test('a field that no schema knows is refused, and so is one of the wrong kind, each by its pointer', async () => {
  const body = await refused(() => doors('POST', '/cases', { as: person, json: { ...foodApplication(), paid: true, materials: [{ material: 'm3', by: 'paper', copies: 'many' }] } }), 400, 'contract.invalid-input')
  assert.deepEqual(pointersOf(body).toSorted(), ['', '/materials/0/copies'])
})

test('a date in a year without published arrangement is refused, not guessed', async () => {
  await refused(() => doors('GET', '/calendar/add?date=2031-03-01&days=5'), 422, 'time.calendar-missing')
})

const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
const upload = (name: string, body: Uint8Array<ArrayBuffer> | string): Promise<DoorAnswer> => doors('POST', `/files?name=${encodeURIComponent(name)}`, { as: person, body })

test('a file is judged by its content: empty, a picture called PDF, a program called PDF, a page, and one that is too large', async () => {
  await refused(() => doors('POST', '/files?name=a.pdf', { as: person }), 400, 'files.empty')
  await refused(() => upload('plan.pdf', png), 415, 'files.type-mismatch')
  await refused(() => upload('plan.pdf', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])), 415, 'files.type-not-allowed')
  await refused(() => upload('plan.pdf', '<html><script>alert(1)</script></html>'), 415, 'files.type-not-allowed')
  const large = new Uint8Array(20 * 1024 * 1024 + 1)
  large.set(png)
  await refused(() => upload('plan.png', large), 413, 'files.too-large')
  await refused(() => upload('plan.png', new Uint8Array(52_428_801)), 413, 'contract.body-too-large')
  const kept = await upload('平面图.png', png)
  assert.deepEqual([kept.status, kept.json['mediaType']], [201, 'image/png'])
})

test('a token that nobody gave out, that was tampered with, or that is over opens nothing', async () => {
  const { token } = await openSession(office.app.db, person, { kind: 'browser', now: new Date(office.clock.now().getTime() - 13 * 3_600_000) })
  const other = await openSession(office.app.db, person, { kind: 'browser', now: office.clock.now() })
  const tampered = `${other.token.slice(0, -1)}${other.token.endsWith('A') ? 'B' : 'A'}`
  for (const bearer of ['Bearer x', 'Bearer ' + 'x'.repeat(43), `Bearer ${token}`, `Bearer ${tampered}`, `Basic ${other.token}`, `Bearer ${'x'.repeat(10_000)}`]) {
    await refused(() => doors('GET', '/me', { headers: { authorization: bearer } }), 401, 'contract.sign-in-required')
  }
  assert.equal((await doors('GET', '/me', { headers: { authorization: `Bearer ${other.token}` } })).status, 200)
})

const raw = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): DoorRequest => ({ as: person, body, headers: { 'content-type': type } })

test('a body that is no JSON object in UTF-8 is refused as such', async () => {
  for (const body of ['{', '[]', 'null', '"text"', '{"a":1}}', '{"a":undefined}', Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])]) {
    await refused(() => doors('POST', '/cases', raw(body)), 400, 'contract.malformed-body')
  }
  await refused(() => doors('POST', '/cases', raw('a=1', 'application/x-www-form-urlencoded')), 415, 'contract.unsupported-media-type')
  await refused(() => doors('POST', '/cases', raw('<a/>', 'text/xml')), 415, 'contract.unsupported-media-type')
  await refused(() => doors('POST', '/cases', raw(JSON.stringify({ a: 'x'.repeat(2 * 1024 * 1024) }))), 413, 'contract.body-too-large')
})

test('ten thousand levels and ten thousand digits are refused without harm', async () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
  const nested = await refused(() => doors('POST', '/cases', raw(`{"form":${deep}}`)), 400, 'contract.invalid-input')
  assert.equal(faultsOf(nested)[0]?.code, 'nested_too_deep')
  const { number } = await aSubmittedCase(office)
  const digits = '9'.repeat(10_000)
  const large = await refused(() => doors('POST', `/cases/${number}/receive`, { ...raw(`{"expectedVersion":${digits}}`), as: windowClerk }), 400, 'contract.invalid-input')
  assert.deepEqual(pointersOf(large), ['/expectedVersion'])
  await refused(() => doors('GET', `/units?limit=${digits}`), 400, 'contract.invalid-input')
})

test('a path that climbs, an address that is none, a method that is not taken', async () => {
  for (const path of ['/../../etc/passwd', '/..%2f..%2fpackage.json', '/files/..%2f..%2fsecrets/content/..', '/nothing', '/cases/%00/x/y']) await refused(() => doors('GET', path), 404, 'contract.not-found')
  const wrong = await doors('DELETE', '/cases', { as: person })
  assert.deepEqual([wrong.status, wrong.json['code'], wrong.headers.get('allow')?.split(', ').toSorted()], [405, 'contract.method-not-allowed', ['GET', 'POST']])
})

test('a query of a hundred thousand signs, and one that says a field twice, are answered as input', async () => {
  await refused(() => doors('GET', `/catalogue/items?q=${'x'.repeat(100_000)}`), 400, 'contract.invalid-input')
  await refused(() => doors('GET', '/units?limit=1&limit=2'), 400, 'contract.invalid-input')
  assert.equal((await doors('GET', '/units?limit=1&%E0%A4%A=%E0%A4%A')).status, 200)
})
