import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { anonymous, law, type Caller } from '#kernel/access/caller.ts'
import { FileAnswer, type Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { marketUnit, prepareCity } from '../certificate-city.fixture.ts'
import { issueCertificate, type NewCertificate } from '../issue-certificate.ts'
import { listCertificateEvents } from '../store/certificate-rows.ts'
import { useCertificate } from '../use-certificate.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const city = await prepareCity(office.app)

function inTransaction<T>(run: (ctx: Ctx) => Promise<T>, caller: Caller = city.approver): Promise<T> {
  return office.app.db.transaction().execute((tx) => run(testCtx(office.app, tx, { caller })))
}

function issued(part: Partial<NewCertificate> = {}): Promise<{ readonly identifier: string; readonly id: string }> {
  return inTransaction((ctx) => issueCertificate(ctx, city.licence(part)))
}

const reason = '依法处理'

test('D-06 approvers and the head of the issuing unit withhold and restore; each step stands in the ledger', async () => {
  const { identifier, id } = await issued()
  assert.equal((await office.call('certificates.withhold', city.approver, { identifier, reason })).state, '02')
  assert.equal((await office.call('certificates.restore', city.head, { identifier, reason })).state, '01')
  const events = await listCertificateEvents(office.app.db, id)
  assert.deepEqual(events.map(({ seq, command, actor }) => [seq, command, actor]), [[1, 'issue', 'staff:HD0101'], [2, 'withhold', 'staff:HD0101'], [3, 'restore', 'staff:HD0102']])
})

const finals = [['rescind', '03'], ['revoke', '07'], ['deregister', '04']] as const
for (const [command, state] of finals) {
  test(`D-06 after ${command} nothing brings the certificate back`, async () => {
    const { identifier } = await issued()
    assert.equal((await office.call(`certificates.${command}`, city.approver, { identifier, reason })).state, state)
    for (const next of ['restore', 'withhold', 'rescind', 'revoke', 'deregister'] as const) {
      await assert.rejects(office.call(`certificates.${next}`, city.approver, { identifier, reason }), { message: 'lifecycle.command-not-allowed' })
    }
    assert.equal((await office.call('certificates.verify', anonymous, { identifier })).state, state)
  })
}

test('the certificate of another unit is not found; a clerk and a citizen may not even try; a reason is needed', async () => {
  const { identifier } = await issued()
  await assert.rejects(office.call('certificates.withhold', city.approverElsewhere, { identifier, reason }), { message: 'certificates.unknown' })
  await assert.rejects(office.call('certificates.withhold', city.clerk, { identifier, reason }), { message: 'contract.not-permitted' })
  await assert.rejects(office.call('certificates.withhold', city.mei, { identifier, reason }), { message: 'contract.not-permitted' })
  await assert.rejects(office.call('certificates.withhold', city.approver, { identifier, reason: ' ' }), { message: 'contract.invalid-input' })
})

test('two approvers who revoke at the same time: one succeeds, the other is told of the state', async () => {
  const { identifier } = await issued()
  const answers = await Promise.allSettled([1, 2].map(() => office.call('certificates.revoke', city.approver, { identifier, reason })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a person sees the own certificates and those of the own enterprise, page by page, and nobody else\'s', async () => {
  const holderId = city.stranger.id
  const identifiers = [(await issued({ holderId })).identifier, (await issued({ holderId })).identifier, (await issued({ holderId })).identifier].toReversed()
  const first = await office.call('certificates.list-mine', city.stranger, { limit: 2 })
  const second = await office.call('certificates.list-mine', city.stranger, { limit: 2, cursor: first.nextCursor ?? '' })
  assert.deepEqual([...first.items, ...second.items].map(({ identifier }) => identifier), identifiers)
  assert.equal(second.nextCursor, null)

  const { identifier } = await issued()
  const [newest] = (await office.call('certificates.list-mine', city.mei, { holderId: city.snackBar })).items
  assert.deepEqual([newest?.identifier, newest?.typeName, newest?.valid], [identifier, '食品经营许可证', true])
  await assert.rejects(office.call('certificates.list-mine', city.stranger, { holderId: city.snackBar }), { message: 'certificates.unknown' })
})

test('D-08 the holder sees every use with its purpose; nobody else does', async () => {
  const { identifier } = await issued()
  const matterId = newId(office.clock.now().getTime())
  await inTransaction((ctx) => useCertificate(ctx, { identifier, holderId: city.snackBar, matterId, purpose: 'material:licence', day: '2026-09-07' }), city.clerk)
  const { items } = await office.call('certificates.list-uses', city.mei, { identifier })
  assert.deepEqual(items, [{ usedAt: '2026-09-07T09:00:00+08:00', matterId, purpose: 'material:licence', actor: 'staff:HD0001' }])
  await assert.rejects(office.call('certificates.list-uses', city.stranger, { identifier }), { message: 'certificates.unknown' })
})

async function sheet(caller: Caller, identifier: string, matterId?: string): Promise<string> {
  const file: unknown = await office.call('certificates.get-pdf', caller, { identifier, matterId })
  assert.ok(file instanceof FileAnswer)
  return (await extractText(await getDocumentProxy(new Uint8Array(file.bytes)), { mergePages: true })).text.replace(/\s/g, '')
}

test('the sheet shows holder, number, fields, validity and identifier, and its QR code leads to the check', async () => {
  const { identifier } = await issued()
  const text = await sheet(city.mei, identifier)
  for (const part of ['食品经营许可证', '编号：JY24401140000001', '花都区新华梅姐巷小吃店', '统一社会信用代码92440114MA5Y00015A', '新华街道建设北路12号之一', '2026年9月7日至2031年9月6日', identifier, '样张']) assert.ok(text.includes(part), part)
})

test('a certificate that does not hold any more has no sheet', async () => {
  const { identifier } = await issued()
  await office.call('certificates.revoke', city.approver, { identifier, reason })
  await assert.rejects(sheet(city.mei, identifier), { message: 'certificates.not-valid' })
})

test('D-08, D-13 staff read the sheet only in an open matter of the holder that is theirs, and the reading is a use', async () => {
  const { identifier } = await issued()
  await assert.rejects(sheet(city.clerk, identifier), { message: 'certificates.unknown' })
  const task = { task: 'look', unitId: marketUnit, role: 'approver' }
  const matter = { id: newId(office.clock.now().getTime()), number: 'E-1', kind: 'errand', regionCode: '440114', subjectId: city.snackBar, itemVersionId: null, leadUnitId: marketUnit, channel: 'window' }
  let open = await inTransaction((ctx) => openMatter(ctx, matter, { command: 'ask', to: 'asked', assign: [task] }))
  assert.match(await sheet(city.approver, identifier, matter.id), /梅姐巷/)
  assert.deepEqual((await office.call('certificates.list-uses', city.mei, { identifier })).items.map(({ actor, purpose }) => [actor, purpose]), [['staff:HD0101', 'read']])
  await sheet(city.mei, identifier)
  const { rows } = await office.database.pool.query(`SELECT actor, matter_id AS matter FROM access_log WHERE act = 'unmask' AND purpose = 'certificate' AND subject_id = $1 AND detail->>'identifier' = $2 ORDER BY id`, [city.snackBar, identifier])
  assert.deepEqual(rows, [{ actor: 'staff:HD0101', matter: matter.id }, { actor: `person:${city.mei.id}`, matter: null }])
  await assert.rejects(sheet(city.clerk, identifier, matter.id), { message: 'certificates.unknown' })
  const foreign = await issued({ holderId: city.stranger.id })
  await assert.rejects(sheet(city.approver, foreign.identifier, matter.id), { message: 'certificates.unknown' })
  open = await inTransaction((ctx) => recordStep(ctx, errandLifecycle, open, { command: 'takeUp', to: 'inHand' }))
  await inTransaction((ctx) => recordStep(ctx, errandLifecycle, open, { command: 'finish', to: 'done' }))
  await assert.rejects(sheet(city.approver, identifier, matter.id), { message: 'certificates.unknown' })
})

test('D-05 the night job marks what has run out, by the law and once', async () => {
  const lastDay = { validFrom: '2026-09-01', validTo: '2026-09-06' } as const
  const [gone, withheld, today] = [await issued(lastDay), await issued(lastDay), await issued({ ...lastDay, validTo: '2026-09-07' })]
  await office.call('certificates.withhold', city.approver, { identifier: withheld.identifier, reason })
  assert.deepEqual(await office.call('certificates.mark-expired', law, {}), { expired: 2, more: false })
  assert.deepEqual(await office.call('certificates.mark-expired', law, {}), { expired: 0, more: false })
  const states = await Promise.all([gone, withheld, today].map(async ({ identifier }) => (await office.call('certificates.verify', anonymous, { identifier })).state))
  assert.deepEqual(states, ['05', '05', '01'])
  assert.deepEqual((await listCertificateEvents(office.app.db, withheld.id)).map(({ command, actor }) => [command, actor]).at(-1), ['expire', 'system:law'])
})
