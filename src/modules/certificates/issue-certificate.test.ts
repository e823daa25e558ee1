import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { anonymous, law } from '#kernel/access/caller.ts'
import { parseCertificateIdentifier } from '#kernel/ids/certificate-identifier.ts'
import { newSm2KeyPair, signSm2 } from '#kernel/crypto/sm2.ts'
import { testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { prepareCity } from './certificate-city.fixture.ts'
import { issueCertificate, type NewCertificate } from './issue-certificate.ts'
import { findCertificate } from './use-certificate.ts'
import { listCertificateEvents } from './store/certificate-rows.ts'

const office = await openTestOffice({ with: 'empty' })
const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
await owner.connect()
after(async () => {
  await owner.end()
  await office.close()
})
const city = await prepareCity(office.app)

function issue(part: Partial<NewCertificate> = {}): Promise<{ readonly identifier: string; readonly id: string }> {
  return office.app.db.transaction().execute((tx) => issueCertificate(testCtx(office.app, tx, { caller: city.approver }), city.licence(part)))
}

const verify = (identifier: string, holderDigits?: string) => office.call('certificates.verify', anonymous, { identifier, holderDigits })

test('C-29 the certificate is issued in the moment of the decision, and not at all if the decision fails', async () => {
  const { identifier } = await issue()
  assert.deepEqual((await findCertificate(office.app.db, identifier))?.issuedAt, office.clock.now())
  const order = city.licence()
  await assert.rejects(office.app.db.transaction().execute(async (tx) => {
    await issueCertificate(testCtx(office.app, tx, { caller: city.approver }), order)
    throw new Error('the decision fails')
  }), /the decision fails/)
  const { rows } = await owner.query('SELECT 1 FROM certificates WHERE matter_id = $1', [order.matterId])
  assert.equal(rows.length, 0)
})

test('D-03 the identifier names kind, issuer, serial and version and ends with its check character; serials run on', async () => {
  const numbers = [(await issue()).identifier, (await issue()).identifier].map((identifier) => {
    const parsed = parseCertificateIdentifier(identifier)
    assert.ok(parsed.ok)
    assert.equal(parsed.value.version, 1)
    assert.equal(parsed.value.issuer.length, 18)
    return Number(parsed.value.serial)
  })
  assert.equal(numbers[1], (numbers[0] ?? 0) + 1)
})

test('D-03 a certificate whose check character is wrong is refused at the field, an unknown one is not found', async () => {
  const { identifier } = await issue()
  const last = identifier.at(-1) ?? ''
  const wrong = identifier.slice(0, -1) + (last === 'A' ? 'B' : 'A')
  await assert.rejects(verify(wrong), (error: { fields?: unknown; message: string }) => {
    assert.equal(error.message, 'contract.invalid-input')
    assert.deepEqual(error.fields, [{ pointer: '/identifier', code: 'ids.certificate-identifier-check-character', detail: '1.2.156.3005.2.…' }])
    return true
  })
  await assert.rejects(verify('1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U'), { message: 'certificates.unknown' })
})

test('D-04 nobody gets a certificate who is not registered under a number', async () => {
  await assert.rejects(issue({ holderId: '01990000-0000-7000-8000-000000000000' }), { message: 'subjects.unknown' })
})

test('anybody sees that a certificate holds, with its holder masked; the last six signs of his number show him in full', async () => {
  const { identifier } = await issue()
  const answer = await verify(identifier.toLowerCase())
  assert.deepEqual(answer, {
    identifier, typeName: '食品经营许可证', state: '01', valid: true, reasons: [], holder: '花都区新华**小吃店', holderMatches: null, issuer: '花都区市场监督管理局',
    issuedAt: '2026-09-07T09:00:00+08:00', validFrom: '2026-09-07', validTo: '2031-09-06', version: 1, signatureValid: true, replacedBy: null,
  })
  const shown = await verify(identifier, '00015a')
  assert.deepEqual([shown.holder, shown.holderMatches], ['花都区新华梅姐巷小吃店', true])
  const guessed = await verify(identifier, '000000')
  assert.deepEqual([guessed.holder, guessed.holderMatches], ['花都区新华**小吃店', false])
})

test('D-05 a certificate past its last day does not hold although nobody has updated its state', async () => {
  const { identifier } = await issue({ validTo: '2026-09-06', validFrom: '2026-09-01' })
  const { state, valid, reasons } = await verify(identifier)
  assert.deepEqual({ state, valid, reasons }, { state: '01', valid: false, reasons: ['expired'] })
})

test('D-07 a renewal has the next version and names the one before, which ends and names its successor', async () => {
  const first = await issue()
  const second = await issue({ replaces: first.identifier, validFrom: '2026-10-01', validTo: '2031-09-30' })
  const before = await verify(first.identifier)
  assert.deepEqual([before.state, before.valid, before.replacedBy], ['05', false, second.identifier])
  const summary = await findCertificate(office.app.db, second.identifier)
  assert.equal(summary?.version, 2)
  assert.equal(summary?.serial, (await findCertificate(office.app.db, first.identifier))?.serial)
  assert.deepEqual((await listCertificateEvents(office.app.db, first.id)).map(({ seq, command, toState }) => [seq, command, toState]), [[1, 'issue', '01'], [2, 'replace', '05']])
})

test('D-06, D-07 what was replaced once is not replaced again, and a renewal keeps holder and kind', async () => {
  const first = await issue()
  await issue({ replaces: first.identifier })
  await assert.rejects(issue({ replaces: first.identifier }), { message: 'certificates.already-replaced' })
  const { identifier } = await issue()
  await assert.rejects(issue({ replaces: identifier, holderId: city.stranger.id }), { message: 'certificates.replaces-another' })
})

test('D-07 a certificate that ran out while its renewal was being decided is renewed', async () => {
  const { identifier } = await issue({ validFrom: '2026-09-01', validTo: '2026-09-06' })
  await office.call('certificates.mark-expired', law, {})
  const renewed = await issue({ replaces: identifier })
  assert.deepEqual([(await verify(identifier)).replacedBy, (await verify(renewed.identifier)).version], [renewed.identifier, 2])
})

test('D-07 of two renewals at the same time one is told that the certificate was replaced', async () => {
  const { identifier } = await issue()
  const answers = await Promise.allSettled([issue({ replaces: identifier }), issue({ replaces: identifier })])
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []))
  assert.deepEqual(refused, ['Refusal: certificates.already-replaced'])
})

test('D-06 what was revoked is not renewed: whoever wants it again gets a new identifier', async () => {
  const { identifier } = await issue()
  await office.call('certificates.revoke', city.approver, { identifier, reason: '依法吊销' })
  await assert.rejects(issue({ replaces: identifier }), { message: 'lifecycle.command-not-allowed' })
  assert.notEqual((await issue()).identifier, identifier)
})

test('a kind, a field or a period that cannot be is refused', async () => {
  await assert.rejects(issue({ typeKey: 'moon-licence' }), { message: 'certificates.type-unknown' })
  await assert.rejects(issue({ fields: { 体重: '60' } }), { message: 'certificates.field-unknown' })
  await assert.rejects(issue({ validTo: '2026-09-06' }), { message: 'certificates.period-invalid' })
  await assert.rejects(issue({ issuerUnitId: 'nowhere' }), { message: 'organisation.unit-unknown' })
})

const tamperings: readonly (readonly [what: string, set: string])[] = [
  ['its last day', "valid_to = '2099-12-31'"],
  ['its holder', 'holder_id = gen_random_uuid()'],
  ['its issuer', "issuer_name = '别的局'"],
  ['one byte of its fields', 'sealed_fields = set_byte(sealed_fields, 40, get_byte(sealed_fields, 40) # 1)'],
  ['its fields for those of another', 'sealed_fields = (SELECT c.sealed_fields FROM certificates c WHERE c.holder_id = certificates.holder_id AND c.id <> certificates.id LIMIT 1)'],
]
for (const [what, set] of tamperings) {
  test(`D-10 a certificate in which somebody changed ${what} no longer verifies`, async () => {
    await issue()
    const { identifier, id } = await issue()
    assert.equal((await verify(identifier)).signatureValid, true)
    await owner.query(`UPDATE certificates SET ${set} WHERE id = $1`, [id])
    const { signatureValid, valid, reasons, holder } = await verify(identifier)
    assert.deepEqual({ signatureValid, valid, holder }, { signatureValid: false, valid: false, holder: null })
    assert.ok(reasons.includes('signature'))
  })
}

test('D-10 a signature with a key that is not the office\'s proves nothing', async () => {
  const { identifier, id } = await issue()
  const forger = newSm2KeyPair()
  await owner.query('UPDATE certificates SET public_key = $2, signature = $3 WHERE id = $1', [id, forger.publicKey, signSm2('anything', forger)])
  assert.equal((await verify(identifier)).signatureValid, false)
})

test('D-10 the use of the seal is recorded, and nobody anonymous may use it', async () => {
  const { id } = await issue()
  const { rows } = await owner.query("SELECT actor FROM access_log WHERE act = 'use-seal' AND detail->>'id' = $1", [id])
  assert.deepEqual(rows, [{ actor: 'staff:HD0101' }])
  await assert.rejects(office.app.db.transaction().execute((tx) => issueCertificate(testCtx(office.app, tx, { caller: anonymous }), city.licence())), { message: 'documents.seal-not-authorised' })
})

test('issuing unmasks nobody: the program writes the holder\'s name, no member of staff reads it', async () => {
  const order = city.licence()
  await office.app.db.transaction().execute((tx) => issueCertificate(testCtx(office.app, tx, { caller: city.approver }), order))
  const { rows } = await owner.query("SELECT 1 FROM access_log WHERE act = 'unmask' AND matter_id = $1", [order.matterId])
  assert.equal(rows.length, 0)
})

test('the certificate of a forgotten holder keeps its signature and loses its words', async () => {
  const { identifier } = await issue({ holderId: city.stranger.id })
  await office.app.services.vault.destroyKey(office.app.db, city.stranger.id, office.clock.now())
  const { signatureValid, holder, valid } = await verify(identifier)
  assert.deepEqual({ signatureValid, holder, valid }, { signatureValid: true, holder: null, valid: true })
})

test('nothing personal stands in plain text in the tables of this module', async () => {
  await issue({ fields: { 经营场所: '秘密路99号' } })
  for (const table of ['certificates', 'certificate_events', 'certificate_uses', 'certificate_doubts']) {
    const { rows } = await owner.query(`SELECT t::text AS text FROM ${table} t`)
    for (const { text } of rows) assert.doesNotMatch(text, /梅姐|秘密路|92440114MA5Y00015A/)
  }
})

test('the application may change nothing of a certificate but its state, and nothing in its ledgers', async () => {
  for (const act of ["UPDATE certificates SET valid_to = '2099-12-31'", 'DELETE FROM certificates', 'UPDATE certificate_events SET actor = actor', 'DELETE FROM certificate_events', 'UPDATE certificate_uses SET purpose = purpose', 'DELETE FROM certificate_uses', 'DELETE FROM certificate_doubts', "UPDATE certificate_types SET code = ''"]) {
    await assert.rejects(office.database.pool.query(act), /permission denied/, act)
  }
})

test('loading the directory again keeps every code that was given', async () => {
  const codes = async () => (await owner.query('SELECT key, code FROM certificate_types ORDER BY key')).rows
  const before = await codes()
  assert.equal(new Set(before.map(({ code }) => code)).size, before.length)
  const type = { key: 'aa-new', name: '新证', holderKind: 'PERSON' as const, issuedBy: [], validity: { kind: 'NONE' as const, limit: null, text: '', mark: 'recalled' }, fields: ['证号'], electronic: true, mark: 'recalled' }
  await office.call('certificates.load-types', law, { types: [type] })
  await office.call('certificates.load-types', law, { types: [{ ...type, name: '新证书' }] })
  const after = await codes()
  assert.deepEqual(after.filter(({ key }) => key !== 'aa-new'), before)
  await assert.rejects(office.call('certificates.load-types', city.approver, { types: [type] }), { message: 'contract.not-permitted' })
})
