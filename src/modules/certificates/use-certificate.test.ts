import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import type { Caller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { prepareCity } from './certificate-city.fixture.ts'
import { changeCertificateState } from './change-state.ts'
import { issueCertificate, type NewCertificate } from './issue-certificate.ts'
import { raiseDoubt } from './raise-doubt.ts'
import { type CertificateUse, getCertificateFields, listUsable, paperMayBeDemanded, useCertificate } from './use-certificate.ts'

const office = await openTestOffice({ with: 'empty' })
const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
await owner.connect()
after(async () => {
  await owner.end()
  await office.close()
})
const city = await prepareCity(office.app)

function inTransaction<T>(run: (ctx: Ctx) => Promise<T>, caller: Caller = city.clerk): Promise<T> {
  return office.app.db.transaction().execute((tx) => run(testCtx(office.app, tx, { caller })))
}

async function issued(part: Partial<NewCertificate> = {}): Promise<string> {
  return (await inTransaction((ctx) => issueCertificate(ctx, city.licence(part)))).identifier
}

const newMatterId = (): string => newId(office.clock.now().getTime())

async function use(identifier: string, part: Partial<CertificateUse> = {}): Promise<string> {
  const verdict = await inTransaction((ctx) => useCertificate(ctx, { identifier, holderId: city.snackBar, matterId: newMatterId(), purpose: 'material:licence', day: '2026-09-07', ...part }))
  return verdict.ok ? verdict.value.identifier : verdict.refusal.code
}

async function usesOf(matterId: string): Promise<readonly unknown[]> {
  return (await owner.query('SELECT actor, purpose, used_at FROM certificate_uses WHERE matter_id = $1', [matterId])).rows
}

test('D-05 a certificate that holds is used; one of another holder, past its day, withheld or unknown is not', async () => {
  const identifier = await issued()
  assert.equal(await use(identifier), identifier)
  assert.equal(await use(identifier, { holderId: city.mei.id }), 'certificates.wrong-holder')
  assert.equal(await use(identifier, { day: '2031-09-07' }), 'certificates.not-valid')
  assert.equal(await use(identifier, { day: '2026-09-06' }), 'certificates.not-valid')
  await inTransaction((ctx) => changeCertificateState(ctx, { identifier, operation: 'withhold', reason: '整改期间' }))
  assert.equal(await use(identifier), 'certificates.not-valid')
  await inTransaction((ctx) => changeCertificateState(ctx, { identifier, operation: 'restore', reason: '整改合格' }))
  assert.equal(await use(identifier), identifier)
  assert.equal(await use('1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U'), 'certificates.unknown')
})

test('D-05 the certificates that a holder can show are those that hold on the day, newest first', async () => {
  const holderId = city.mei.id
  const type = { typeKey: 'driving-licence', fields: {}, holderId }
  const first = await issued(type)
  const second = await issued({ ...type, validTo: null })
  const withheld = await issued(type)
  await inTransaction((ctx) => changeCertificateState(ctx, { identifier: withheld, operation: 'withhold', reason: '扣留' }))
  const usable = async (day: '2026-09-07' | '2031-09-07' | '2026-09-06', typeKeys?: readonly string[]) =>
    (await listUsable(office.app.db, { holderId, day, ...(typeKeys && { typeKeys }) })).map(({ identifier }) => identifier)
  assert.deepEqual(await usable('2026-09-07'), [second, first])
  assert.deepEqual(await usable('2031-09-07'), [second])
  assert.deepEqual(await usable('2026-09-06'), [])
  assert.deepEqual(await usable('2026-09-07', ['food-operation-licence']), [])
})

test('D-08 a use is written down with matter, purpose, user and time; a refused one is not', async () => {
  const identifier = await issued()
  const matterId = newMatterId()
  await use(identifier, { matterId })
  assert.deepEqual(await usesOf(matterId), [{ actor: 'staff:HD0001', purpose: 'material:licence', used_at: office.clock.now() }])
  const refused = newMatterId()
  await use(identifier, { matterId: refused, day: '2031-09-07' })
  assert.deepEqual(await usesOf(refused), [])
})

test('D-08 a use without a purpose is refused', async () => {
  assert.equal(await use(await issued(), { purpose: ' ' }), 'certificates.purpose-missing')
})

test('D-09 the window may not ask for paper while a certificate holds, unless the original must be handed in', async () => {
  const demand = { holderId: city.stranger.id, typeKey: 'food-operation-licence', day: '2026-09-07', originalMustBeHandedIn: false } as const
  const ask = async (part: object = {}) => (await paperMayBeDemanded(office.app.db, { ...demand, ...part })).ok
  assert.equal(await ask(), true)
  const identifier = await issued({ holderId: city.stranger.id })
  assert.deepEqual([await ask(), await ask({ originalMustBeHandedIn: true }), await ask({ day: '2031-09-07' })], [false, true, true])
  await inTransaction((ctx) => changeCertificateState(ctx, { identifier, operation: 'revoke', reason: '吊销' }))
  assert.equal(await ask(), true)
})

test('D-10 a certificate that was tampered with is not used', async () => {
  const identifier = await issued()
  await owner.query("UPDATE certificates SET valid_to = '2040-01-01' WHERE identifier = $1", [identifier])
  assert.equal(await use(identifier, { day: '2035-01-01' }), 'certificates.seal-broken')
})

test('D-13 what was got for one matter is not read for another until its use there is recorded', async () => {
  const identifier = await issued()
  const [caseA, caseB] = [newMatterId(), newMatterId()]
  const read = (matterId: string) => inTransaction((ctx) => getCertificateFields(ctx, { identifier, matterId }))
  await assert.rejects(read(caseA), { message: 'certificates.no-use-recorded' })
  await use(identifier, { matterId: caseA })
  assert.deepEqual(await read(caseA), { 许可证编号: 'JY24401140000001', 经营场所: '新华街道建设北路12号之一', 主体业态: '餐饮服务经营者' })
  await assert.rejects(read(caseB), { message: 'certificates.no-use-recorded' })
  await use(identifier, { matterId: caseB, purpose: 'material:other' })
  assert.equal((await read(caseB))['许可证编号'], 'JY24401140000001')
  await assert.rejects(read(newMatterId()), { message: 'certificates.no-use-recorded' })
})

test('D-15 where the applicant\'s document contradicts the certificate the document prevails, and the issuing unit gets a ticket', async () => {
  const identifier = await issued()
  const [disputed, other] = [newMatterId(), newMatterId()]
  const doubt = await inTransaction((ctx) => raiseDoubt(ctx, { identifier, matterId: disputed, field: '经营场所', statement: '建设北路14号' }))
  assert.equal(doubt.prevails, 'applicant')
  assert.equal(await use(identifier, { matterId: disputed }), 'certificates.contradicted')
  assert.equal(await use(identifier, { matterId: other }), identifier)

  const tickets = await office.call('certificates.list-doubts', city.approver, {})
  assert.deepEqual(tickets.items.map(({ id, field, matterId }) => ({ id, field, matterId })), [{ id: doubt.id, field: '经营场所', matterId: disputed }])
  assert.equal((await office.call('certificates.get-doubt', city.approver, { id: doubt.id })).statement, '建设北路14号')
  const { rows: readings } = await owner.query("SELECT actor, subject_id FROM access_log WHERE act = 'unmask' AND matter_id = $1", [disputed])
  assert.deepEqual(readings, [{ actor: 'staff:HD0101', subject_id: city.snackBar }])
  await assert.rejects(office.call('certificates.get-doubt', city.approverElsewhere, { id: doubt.id }), { message: 'certificates.doubt-unknown' })
  // The discipline supervisor reads that there is a doubt, not what the document says (S-22).
  const supervisor: Caller = { kind: 'staff', id: 'HD0013', name: '', unitId: 'jiwei-jianwei', roles: [{ role: 'supervisor', unitId: 'jiwei-jianwei' }] }
  assert.deepEqual((await office.call('certificates.list-doubts', supervisor, {})).items.map(({ id }) => id), tickets.items.map(({ id }) => id))
  assert.equal((await office.call('certificates.get-doubt', supervisor, { id: doubt.id })).statement, null)
  assert.deepEqual((await office.call('certificates.list-doubts', city.approverElsewhere, {})).items, [])
  await assert.rejects(office.call('certificates.answer-doubt', city.approverElsewhere, { id: doubt.id, answer: 'confirmed' }), { message: 'certificates.doubt-unknown' })

  await office.call('certificates.answer-doubt', city.approver, { id: doubt.id, answer: 'confirmed' })
  assert.equal(await use(identifier, { matterId: disputed }), identifier)
  await assert.rejects(office.call('certificates.answer-doubt', city.head, { id: doubt.id, answer: 'corrected' }), { message: 'certificates.doubt-answered' })
})

test('D-15 a record that the unit found wrong stays out of the matter for good', async () => {
  const identifier = await issued()
  const matterId = newMatterId()
  const { id } = await inTransaction((ctx) => raiseDoubt(ctx, { identifier, matterId, field: '经营场所', statement: '建设北路14号' }))
  await office.call('certificates.answer-doubt', city.head, { id, answer: 'corrected' })
  assert.equal(await use(identifier, { matterId }), 'certificates.contradicted')
})
