import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import pg from 'pg'
import { anonymous, type Caller, type StaffCaller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { runErrand, testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { showDocument } from './document-shown.ts'
import { issueDocument, type IssuedDocument, type NewDocument } from './issue.ts'
import { verifyDocument } from './operations/verify-document.ts'
import { documentPdf, listDocuments, readDocument, renderDocument } from './read.ts'
import type { DocumentTemplate } from './template.ts'
import { newVerificationCode, readVerificationCode } from './verification-code.ts'

const office = await openTestOffice({ with: 'empty' })
const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
await owner.connect()
after(async () => {
  await owner.end()
  await office.close()
})
const { app } = office
const clerk: StaffCaller = { kind: 'staff', id: 'HD0001', name: '陈某', unitId: 'zhengwu', roles: [{ role: 'windowClerk', unitId: 'zhengwu' }] }

const notice: DocumentTemplate = {
  kind: 'notice',
  version: 3,
  title: '受理通知书',
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    { kind: 'number', text: '{{number}}' },
    { kind: 'paragraph', text: '{{applicant}}：已受理。' },
    { kind: 'seal', unit: '{{unit}}', name: '受理专用章', date: '{{issuedOn:day}}' },
    { kind: 'verification', address: '{{verifyAddress}}', code: '{{verifyCode}}' },
  ],
}

let matters = 0
async function newMatter(): Promise<string> {
  matters += 1
  return (await runErrand(app, `E-${matters}`)).id
}

async function newSubject(): Promise<string> {
  const id = newId(office.clock.now().getTime())
  await app.services.vault.createKey(app.db, id)
  return id
}

function inTransaction<T>(run: (ctx: Ctx) => Promise<T>, caller: Caller = clerk): Promise<T> {
  return app.db.transaction().execute((tx) => run(testCtx(app, tx, { caller })))
}

async function issue(part: Partial<NewDocument> = {}, caller: Caller = clerk): Promise<IssuedDocument> {
  const matterId = part.matterId ?? (await newMatter())
  const document = { kind: 'notice', template: notice, data: { applicant: '李某', unit: '花都区政务服务数据管理局' }, issuerUnitId: 'zhengwu', numberPrefix: '花政务受〔2026〕', subjectId: null }
  return inTransaction((ctx) => issueDocument(ctx, { ...document, matterId, ...part }), caller)
}

async function verify(code: string): Promise<{ readonly signatureValid: boolean; readonly title: string | null; readonly content: string }> {
  return (await app.run(verifyDocument, anonymous, { code })) as { signatureValid: boolean; title: string | null; content: string }
}

test('numbers run on under one prefix without leading zeros, and each prefix has its own', async () => {
  const prefix = '花政务补〔2026〕'
  assert.deepEqual([(await issue({ numberPrefix: prefix })).number, (await issue({ numberPrefix: prefix })).number], ['花政务补〔2026〕1号', '花政务补〔2026〕2号'])
  assert.equal((await issue({ numberPrefix: '花政务补〔2027〕' })).number, '花政务补〔2027〕1号')
})

test('a document with a missing field is refused, leaves no row and uses no number', async () => {
  const numberPrefix = '花政务缺〔2026〕'
  const matterId = await newMatter()
  await assert.rejects(issue({ numberPrefix, matterId, data: { unit: '某局' } }), { message: 'documents.data-missing' })
  assert.deepEqual(await listDocuments(app.db, matterId), [])
  assert.equal((await issue({ numberPrefix })).number, '花政务缺〔2026〕1号')
})

test('an issued document carries its own number, day and verification address, and its PDF is the same bytes every time', async () => {
  const matterId = await newMatter()
  const subjectId = await newSubject()
  const issued = await issue({ matterId, subjectId })
  const stored = await readDocument(app.db, app.services, issued.id)
  assert.deepEqual(stored.data, {
    applicant: '李某', unit: '花都区政务服务数据管理局', number: issued.number, issuedOn: '2026-09-07',
    verifyCode: issued.verificationCode, verifyAddress: `http://localhost:8080/verify/${issued.verificationCode}`,
  })
  assert.deepEqual((await listDocuments(app.db, matterId)).map(({ id, number }) => ({ id, number })), [{ id: issued.id, number: issued.number }])
  const file = await inTransaction((ctx) => renderDocument(ctx, issued.id, notice))
  assert.equal(file.fileName, `${issued.number}.pdf`)
  assert.deepEqual(Buffer.from(await documentPdf(app.services, stored, notice)), Buffer.from(file.bytes))
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file.bytes)), { mergePages: true })
  assert.ok(text.replace(/\s/g, '').includes(issued.number))
})

test('who reads a document about somebody else, as words or as PDF, is written down for its subject; the subject himself is not', async () => {
  const [matterId, subjectId] = [await newMatter(), await newSubject()]
  const { id } = await issue({ matterId, subjectId })
  const person = (key: string): Caller => ({ kind: 'person', id: key, level: 2, name: '李*' })
  const agent = newId(office.clock.now().getTime())
  for (const caller of [clerk, person(subjectId), person(agent)]) {
    await inTransaction((ctx) => showDocument(ctx, id, notice), caller)
    await inTransaction((ctx) => renderDocument(ctx, id, notice), caller)
  }
  const { rows } = await owner.query("SELECT actor, purpose, matter_id AS matter, detail FROM access_log WHERE act = 'unmask' AND subject_id = $1 ORDER BY id", [subjectId])
  const [byClerk, byAgent] = [{ actor: 'staff:HD0001', purpose: 'document', matter: matterId, detail: { documentId: id, unitId: 'zhengwu' } }, { actor: `person:${agent}`, purpose: 'document', matter: matterId, detail: { documentId: id } }]
  assert.deepEqual(rows, [byClerk, byClerk, byAgent, byAgent])
})

test('a document about nobody is read without a trace', async () => {
  const { id } = await issue()
  await inTransaction((ctx) => renderDocument(ctx, id, notice))
  const { rows } = await owner.query("SELECT id FROM access_log WHERE act = 'unmask' AND detail->>'documentId' = $1", [id])
  assert.deepEqual(rows, [])
})

test('a document is never drawn with another version of its template', async () => {
  const { id } = await issue()
  await assert.rejects(inTransaction((ctx) => renderDocument(ctx, id, { ...notice, version: 4 })), /needs version 3/)
})

test('D-10 every use of the seal is recorded with operator, document and matter; nobody anonymous may seal', async () => {
  const matterId = await newMatter()
  const { id } = await issue({ matterId })
  const { rows } = await owner.query("SELECT actor, detail->>'id' AS id, detail->>'contentHash' AS hash FROM access_log WHERE act = 'use-seal' AND matter_id = $1", [matterId])
  const { rows: documents } = await owner.query("SELECT encode(content_hash, 'hex') AS hash FROM documents WHERE id = $1", [id])
  assert.deepEqual(rows, [{ actor: 'staff:HD0001', id, hash: documents[0].hash }])
  await assert.rejects(issue({}, anonymous), { message: 'documents.seal-not-authorised' })
})

test('D-10 anybody can check a document by its code, typed as people type it, and learns nothing personal', async () => {
  const { verificationCode, number } = await issue({ subjectId: await newSubject() })
  const answer = await app.run(verifyDocument, anonymous, { code: ` ${verificationCode.toLowerCase().replaceAll('-', '')} ` })
  const { contentHash, ...rest } = answer as { contentHash: string }
  assert.match(contentHash, /^[0-9a-f]{64}$/)
  assert.deepEqual(rest, {
    kind: 'notice', title: '受理通知书', issuer: '花都区政务服务数据管理局', number, issuedAt: '2026-09-07T09:00:00+08:00', signatureValid: true, content: 'whole',
  })
})

const tamperings: readonly (readonly [what: string, set: string])[] = [
  ['its number', "number = number || '1'"],
  ['its day', "issued_at = issued_at - interval '1 day'"],
  ['its issuer', "issuer_unit_id = 'other'"],
  ['its hash', "content_hash = decode(repeat('00', 32), 'hex')"],
  ['one byte of its words', 'sealed_data = set_byte(sealed_data, 40, get_byte(sealed_data, 40) # 1)'],
  ['the words for those of another document', "sealed_data = (SELECT d.sealed_data FROM documents d WHERE d.subject_id = documents.subject_id AND d.id <> documents.id LIMIT 1)"],
]
for (const [what, set] of tamperings) {
  test(`D-10 a document in which somebody changed ${what} no longer verifies and is not shown`, async () => {
    const subjectId = await newSubject()
    await issue({ subjectId })
    const { id, verificationCode } = await issue({ subjectId })
    assert.equal((await verify(verificationCode)).signatureValid, true)
    await owner.query(`UPDATE documents SET ${set} WHERE id = $1`, [id])
    assert.deepEqual((({ signatureValid, content, title }) => ({ signatureValid, content, title }))(await verify(verificationCode)), { signatureValid: false, content: 'altered', title: null })
    await assert.rejects(readDocument(app.db, app.services, id), { message: 'documents.altered' })
  })
}

test('a document of a forgotten person still verifies by its envelope, but its words are gone', async () => {
  const subjectId = await newSubject()
  const { id, verificationCode } = await issue({ subjectId })
  await app.services.vault.destroyKey(app.db, subjectId, office.clock.now())
  const { signatureValid, content, title } = await verify(verificationCode)
  assert.deepEqual({ signatureValid, content, title }, { signatureValid: true, content: 'forgotten', title: null })
  await assert.rejects(readDocument(app.db, app.services, id), { message: 'documents.forgotten' })
})

test('a code that nobody was given is not found, and one that cannot be a code points at the field', async () => {
  await assert.rejects(verify(newVerificationCode()), { message: 'documents.unknown' })
  await assert.rejects(verify('O0O0-1111-5555'), { message: 'contract.invalid-input', fields: [{ pointer: '/code', code: 'documents.code-invalid', detail: '9H3T-4PWX-7KDA' }] })
})

test('every fresh verification code is read back as itself and has no sign that is mistaken for another', () => {
  for (let n = 0; n < 1_000; n += 1) {
    const code = newVerificationCode()
    assert.match(code, /^[^-01258BILOSUVZ]{4}-[^-01258BILOSUVZ]{4}-[^-01258BILOSUVZ]{4}$/)
    assert.equal(readVerificationCode(code), code)
  }
})

test('the application may neither change nor remove a document', async () => {
  await issue()
  for (const act of ['UPDATE documents SET kind = kind', 'DELETE FROM documents']) await assert.rejects(office.database.pool.query(act), /permission denied/)
})
