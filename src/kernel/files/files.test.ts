import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { createHttp } from '#kernel/http/server.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { claimFiles } from './claim.ts'
import { readFileFor } from './read.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

const person: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000001', level: 3, name: '李*' }
const other: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000002', level: 3, name: '王*' }
const clerk: Caller = { kind: 'staff', id: 'HD0001', name: '张三', unitId: 'office', roles: [] }
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const upload = (caller: Caller, name = '身份证.png', bytes: Uint8Array = png) => office.call('kernel.upload-file', caller, { name, bytes })
const ctxOf = (caller: Caller) => ({ db: office.database.db, caller, now: office.clock.now(), services: office.app.services })

test('a file is taken, named safely, and given back to its uploader byte for byte', async () => {
  const { id, ...taken } = await upload(person, '../扫描/身份证.png')
  assert.deepEqual(taken, { name: '身份证.png', mediaType: 'image/png', size: png.length })
  const answer = await office.call('kernel.get-own-file', person, { id })
  assert.ok(answer instanceof FileAnswer)
  assert.deepEqual(Buffer.from(answer.bytes), png)
  assert.deepEqual([answer.contentType, answer.fileName, answer.disposition], ['image/png', '身份证.png', 'inline'])
})

test('the same bytes uploaded by two people are two files, and neither sees the other', async () => {
  const [mine, yours] = [await upload(person), await upload(other)]
  assert.notEqual(mine.id, yours.id)
  await assert.rejects(office.call('kernel.get-own-file', person, { id: yours.id }), refusal('files.not-found'))
  await assert.rejects(office.call('kernel.get-own-file', clerk, { id: yours.id }), refusal('files.not-found'))
})

test('what a member of staff uploaded is read through its matter once it is evidence; a person keeps what was given', async () => {
  const now = office.clock.now()
  const [scanned, loose, given] = [await upload(clerk), await upload(clerk), await upload(person)]
  await office.app.db.transaction().execute(async (tx) => {
    const opened = { id: newId<'matter'>(now.getTime()), number: 'F-1', kind: 'errand', regionCode: '440114', subjectId: null, itemVersionId: null, leadUnitId: 'office', channel: 'window' }
    const { id } = await openMatter(testCtx(office.app, tx, { now }), opened, { command: 'ask', to: 'asked' })
    await addEvidence(tx, id, [scanned, given].map(({ id: fileId }, place) => ({ id: newId(now.getTime()), requirement: `paper-${place}`, source: 'scan', fileId, provenance: {}, providedAt: now })))
  })
  await assert.rejects(office.call('kernel.get-own-file', clerk, { id: scanned.id }), refusal('files.not-found'))
  for (const [caller, { id }] of [[clerk, loose], [person, given]] as const) assert.ok((await office.call('kernel.get-own-file', caller, { id })) instanceof FileAnswer)
})

test('nobody uploads without signing in', async () => {
  await assert.rejects(upload(anonymous), refusal('contract.sign-in-required'))
})

const refused = [
  ['an empty file', '空.png', new Uint8Array(), 'files.empty'],
  ['a picture one byte over its limit', '大.png', Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024 + 1 - png.length)]), 'files.too-large'],
  ['a picture that calls itself a document', '执照.pdf', png, 'files.type-mismatch'],
  ['a page with a script', '说明.html', Buffer.from('<html><script>alert(1)</script></html>'), 'files.type-not-allowed'],
  ['a file without a name', '', png, 'contract.invalid-input'],
  ['a name of 10,000 characters', `${'长'.repeat(10_000)}.png`, png, 'contract.invalid-input'],
] as const
for (const [what, name, bytes, code] of refused) {
  test(`${what} is refused and leaves no row`, async () => {
    const count = async (): Promise<number> => (await sql<{ n: number }>`SELECT count(*) AS n FROM files`.execute(office.database.db)).rows[0]?.n ?? -1
    const before = await count()
    await assert.rejects(upload(person, name, bytes), refusal(code))
    assert.equal(await count(), before)
  })
}

test('what is attached must exist and be one’s own; the refusal names the ids and not which of the two it is', async () => {
  const [first, second, foreign] = [await upload(person), await upload(person), await upload(other)]
  const claimed = await claimFiles(ctxOf(person), [second.id, first.id])
  assert.deepEqual(claimed.map((file) => file.id), [second.id, first.id])
  const unknown = '01990000-0000-7000-8000-0000000000ff'
  await assert.rejects(claimFiles(ctxOf(person), [first.id, foreign.id, unknown]), (error) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, 'files.not-found')
    assert.deepEqual(error.details, { ids: [foreign.id, unknown] })
    return true
  })
})

test('a reading by staff stands in the access log with its reason; the owner’s own does not', async () => {
  const { id } = await upload(person)
  const subjectId = '01990000-0000-7000-8000-000000000001'
  await readFileFor(ctxOf(person), id)
  await readFileFor(ctxOf(clerk), id, { subjectId, purpose: 'review' })
  const { rows } = await sql`SELECT actor, act, subject_id, purpose FROM access_log WHERE detail ->> 'fileId' = ${id}`.execute(office.database.db)
  assert.deepEqual(rows, [{ actor: 'staff:HD0001', act: 'read-file', subject_id: subjectId, purpose: 'review' }])
})

test('over HTTP the body is the file and the name a query; the answer is the file again, which no browser may run', async () => {
  const { app } = office
  const http = createHttp({ operations: app.operations, call: (...call) => app.run(...call), findCaller: async () => person, ping: async () => undefined, openApi: () => ({}), texts: app.texts, log: app.services.log })
  const sent = await http.request(`/api/v1/files?name=${encodeURIComponent('身份证.png')}`, { method: 'POST', body: png })
  assert.equal(sent.status, 201)
  const { id, size } = (await sent.json()) as { id: string; size: number }
  assert.equal(size, png.length)
  const got = await http.request(`/api/v1/files/${id}/content`)
  assert.deepEqual(Buffer.from(await got.arrayBuffer()), png)
  assert.equal(got.headers.get('content-type'), 'image/png')
  assert.match(got.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal((await http.request('/api/v1/files?name=a.png', { method: 'POST' })).status, 400)
  assert.equal((await http.request('/api/v1/files', { method: 'POST', body: png })).status, 400)
  assert.equal((await http.request('/api/v1/files?name=a.pdf', { method: 'POST', body: png })).status, 415)
})
