import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { openSession } from '#kernel/session/sessions.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { holderOf, personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { type DoorAnswer, openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { createDoors, loadBuilt } from '../../src/serve.ts'
import { type PackedEntry, packedZip } from './packed-zip.ts'

// Known attacks, each tried from outside. Forged requests (CSRF) are tried in http.test.ts and pages.test.ts, climbing paths and
// tampered tokens in bad-input.test.ts, hostile texts in hostile-text.test.ts, foreign records in matrix.test.ts.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const person = await personCaller(office, 'zhang-xiaomei')
const web = await loadBuilt()
assert.ok(web, 'the pages are not built: run npm test, or npm run build')
const site = createDoors(office.app, web)
const here = 'http://office.test'

async function post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return site.request(`${here}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: here, host: 'office.test', ...headers } })
}

const staffSignIn = { signInName: 'linguodong', password: 'yimen-demo' }
const sessionIn = (response: Response): string | undefined => /yimen_session=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1]
const asks = async (cookie: string): Promise<DoorAnswer> => doors('GET', '/me', { headers: { cookie: `yimen_session=${cookie}` } })

test('a session that somebody planted in the browser beforehand is not the one that signing in opens', async () => {
  const stranger = await openSession(office.app.db, person, { kind: 'browser', now: office.clock.now() })
  for (const planted of ['A'.repeat(43), stranger.token]) {
    const before = (await asks(planted)).text
    const signedIn = await post('/staff/sign-in', staffSignIn, { cookie: `yimen_session=${planted}` })
    const given = sessionIn(signedIn)
    assert.equal(signedIn.status, 303)
    assert.ok(given !== undefined && given.length >= 43 && given !== planted)
    assert.equal((await asks(given)).json['kind'], 'staff')
    assert.equal((await asks(planted)).text.replace(/urn:yimen:request:[\w-]+/, ''), before.replace(/urn:yimen:request:[\w-]+/, ''), 'what was planted opens no more than before')
  }
})

test('two sign-ins of the same person open two sessions, neither of which can be guessed from the other', async () => {
  const [one = '', two = ''] = [sessionIn(await post('/staff/sign-in', staffSignIn)), sessionIn(await post('/staff/sign-in', staffSignIn))]
  assert.match(one, /^[\w-]{43,}$/)
  assert.notEqual(one.slice(0, 8), two.slice(0, 8))
})

const elsewhere = ['//evil.test', 'https://evil.test', '/\\evil.test', '/\t/evil.test', '/\t\\evil.test', '/\n/evil.test', '\\\\evil.test', 'javascript:alert(1)', '/%09/evil.test/..//..//evil.test', '/..//evil.test', '/.//evil.test', 'evil.test']

test('no address that a form is told to go back to leads to another site', async () => {
  for (const back of elsewhere) {
    for (const answer of [await post('/display', { theme: 'dark', back }), await post('/staff/sign-in', { ...staffSignIn, back })]) {
      const location = answer.headers.get('location') ?? ''
      assert.ok(answer.status === 302 || answer.status === 303, `${JSON.stringify(back)}: ${answer.status}`)
      assert.equal(new URL(location, here).host, 'office.test', `${JSON.stringify(back)} leads to ${JSON.stringify(location)}`)
    }
  }
  assert.equal((await post('/display', { back: '/search?q=%E9%A4%90%E9%A5%AE#results' })).headers.get('location'), '/search?q=%E9%A4%90%E9%A5%AE#results')
})

test('an address to go back to adds no header, and Chinese in it is no fault', async () => {
  for (const back of ['/me\r\nSet-Cookie: yimen_session=planted', '/me\nX-Planted: 1', '/查询?q=餐饮', '/me\0']) {
    const answer = await post('/display', { theme: 'dark', back })
    assert.equal(answer.status, 302, JSON.stringify(back))
    assert.match(answer.headers.get('location') ?? '', /^\/[!-~]*$/)
    assert.equal(answer.headers.get('x-planted'), null)
    assert.doesNotMatch(answer.headers.get('set-cookie') ?? '', /planted/)
  }
})

const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')

test('the name of a file adds no header to its download and names no folder', async () => {
  for (const name of ['a\r\nSet-Cookie: yimen_session=planted\r\n.pdf', 'a"; filename=evil.exe; x=".pdf', '../../../etc/passwd.pdf', '..\\..\\secrets.pdf', '/etc/cron.d/x.pdf', 'a\u2028\u202efdp.pdf']) {
    const kept = await doors('POST', `/files?name=${encodeURIComponent(name)}`, { as: person, body: pdf })
    assert.equal(kept.status, 201, kept.text)
    const { headers } = await doors('GET', `/files/${String(kept.json['id'])}/content`, { as: person })
    assert.equal(headers.get('set-cookie'), null)
    assert.match(headers.get('content-disposition') ?? '', /^(?:inline|attachment); filename="[^"\\/]*\.pdf"; filename\*=UTF-8''[\w.%~!-]*\.pdf$/)
    assert.doesNotMatch(decodeURIComponent(headers.get('content-disposition') ?? ''), /\.\.|[/\\\r\n]/)
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox")
  }
})

test('a file of somebody else is not found under its number, nor under any spelling of a path', async () => {
  const kept = await doors('POST', '/files?name=a.pdf', { as: person, body: pdf })
  const other = await personCaller(office, 'li-guoqiang')
  for (const id of [String(kept.json['id']), '01999999-0000-7000-8000-00000000dead']) {
    const answer = await doors('GET', `/files/${id}/content`, { as: other })
    assert.deepEqual([answer.status, answer.json['code'], answer.json['errors']], [404, 'files.not-found', undefined])
  }
  for (const id of ['..%2f..%2fsecrets.json', '%2e%2e%5csecrets.json', 'secrets.json%00', '....%2f%2fsecrets.json']) {
    const answer = await doors('GET', `/files/${id}/content`, { as: person })
    assert.ok(answer.status === 400 || answer.status === 404, `${id}: ${answer.status}`)
  }
})

test('a row of a thousand comments in front of nothing is read once, not in every way that it can be cut', async () => {
  for (const text of ['<!---->'.repeat(1_000), '<?xml?>'.repeat(1_000), `${'<!-- --> '.repeat(1_000)}<!--`, '<!--'.repeat(1_000), ' \n'.repeat(10_000)]) {
    assert.equal((await doors('POST', '/files?name=a.pdf', { as: person, body: `${text}x` })).json['code'], 'files.type-not-allowed')
  }
})

test('a quotation without an end is as long as it likes and still no fault', async () => {
  const text = `"${'x'.repeat(20_000_000)}`
  assert.equal((await doors('POST', '/files?name=a.pdf', { as: person, body: text })).json['code'], 'files.type-not-allowed')
  assert.equal((await doors('POST', '/files?name=a.pdf', { as: person, body: `${text}"` })).json['code'], 'files.type-not-allowed')
})

const megabytes = 120
const zeros = { packed: deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 1 }), size: megabytes * 1024 * 1024 }

test('a document of few bytes that unpacks to 120 MB is not unpacked to tell what it is', async () => {
  const bomb = packedZip([{ name: '[Content_Types].xml', ...zeros }])
  const answer = await doors('POST', '/files?name=a.docx', { as: person, body: new Uint8Array(bomb) })
  assert.deepEqual([answer.status, answer.json['code']], [415, 'files.type-not-allowed'])
})

test('a good table with a sheet that unpacks to 120 MB is refused before it is unpacked', async () => {
  const editor = await holderOf(office, 'catalogueEditor', 'zhengwu-shuju')
  const good = await office.call('catalogue.export-exchange', editor, { format: 'xlsx' })
  assert.ok(good instanceof FileAnswer)
  const entries = Object.entries(unzipSync(good.bytes)).map(([name, content]) => ({ name, packed: deflateRawSync(content), size: content.length }))
  const told = async (files: readonly PackedEntry[]): Promise<unknown> => {
    const answer = await doors('POST', '/catalogue/imports?format=xlsx&dryRun=true', { as: editor, body: new Uint8Array(packedZip(files)) })
    return answer.json['code'] ?? answer.status
  }
  assert.equal(await told(entries), 200)
  assert.equal(await told([...entries, { name: 'xl/worksheets/sheet99.xml', ...zeros }]), 'catalogue.exchange-unreadable')
  assert.equal(await told([...entries, ...Array.from({ length: 3_000 }, (_, n) => ({ name: `xl/worksheets/x${n}.xml`, packed: deflateRawSync(Buffer.alloc(1)), size: 1 }))]), 'catalogue.exchange-unreadable')
})

test('a picture that claims to be a hundred thousand dots wide is kept as it came and never drawn', async () => {
  const flood = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  flood.writeUInt32BE(100_000, 16)
  flood.writeUInt32BE(100_000, 20)
  const kept = await doors('POST', '/files?name=a.png', { as: person, body: new Uint8Array(flood) })
  assert.deepEqual([kept.status, kept.json['size']], [201, flood.length])
})

const withoutInstance = ({ status, json }: DoorAnswer): unknown => [status, { ...json, instance: undefined }]

test('C-31 a number that does not exist and a wrong code get the same answer, and thirty tries are all of a minute', async () => {
  const { number } = await aSubmittedCase(office)
  const missing = `${number.slice(0, -4)}9999`
  const tried = createDoors(office.app, undefined)
  const ask = async (path: string): Promise<DoorAnswer> => {
    const response = await tried.request(`/api/v1/progress/${path}`, { headers: { 'x-forwarded-for': '198.51.100.7' } })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as DoorAnswer['json'] }
  }
  const wrong = await ask(`${number}?phone=13999999999`)
  assert.equal(wrong.json['code'], 'cases.query-code-wrong')
  for (const path of [`${missing}?phone=13999999999`, `${number}`, `${missing}`]) assert.deepEqual(withoutInstance(await ask(path)), withoutInstance(wrong), path)
  for (let call = 5; call <= 30; call++) assert.equal((await ask(`${number}?phone=13999999999`)).json['code'], 'cases.query-code-wrong')
  assert.equal((await ask(`${number}?phone=13999999999`)).json['code'], contractRefusals.tooMany.code)
})

test('whatever is asked with a secret and without signing in has a rate', () => {
  const secrets = /^(?:code|phone|password|holderDigits|queryCode|idNumber|identifier)$/
  const guessed = office.app.operations.filter(({ access, http, input }) => access === 'public' && http !== undefined && 'shape' in input && Object.keys(input.shape as object).some((field) => secrets.test(field)))
  assert.ok(guessed.length >= 6)
  // Where an account locks itself after some failures, a whole office may come in from one address at once.
  const most = ({ refusals }: (typeof guessed)[number]): number => (refusals.some(({ code }) => code === sessionErrors.locked.code) ? 300 : 60)
  assert.deepEqual(guessed.filter((operation) => operation.rate === undefined || operation.rate.perMinute > most(operation)).map(({ name }) => name), [])
})
