import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { lifecycles } from '#app'
import { law } from '#kernel/access/caller.ts'
import { newSm2KeyPair } from '#kernel/crypto/sm2.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { type LedgerVerification, verificationLines } from '#kernel/ledger/verification.ts'
import { anAcceptedCase, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { verifyOffice } from '../../check.ts'
import { verifyFigures } from './store/touched-figure.ts'

const office = await openTestOffice({ with: 'city' })
const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: false })
after(async () => {
  await owner.close()
  await office.close()
})
const august = { from: '2026-08-01', to: '2026-08-31' } as const
const september = { from: '2026-09-01', to: '2026-09-30' } as const
const inSeptember = '2026-09-01/2026-09-30'
const accepted = { figureName: '受理量', figurePeriod: inSeptember }
let published = 0

// Three publications; then every test touches them behind the application's back.
before(async () => {
  await anAcceptedCase(office)
  setTime(office, '2026-10-01')
  await office.call('kernel.make-checkpoint', law, {})
  for (const period of [august, september, { from: '2026-07-01', to: '2026-09-30' } as const]) published += (await office.call('reporting.publish-period', law, period)).published
  for (const table of ['figures', 'figure_seals']) await owner.pool.query(`CREATE TABLE kept_${table} AS TABLE ${table}`)
})
beforeEach(putBack)

async function putBack(): Promise<void> {
  await owner.pool.query('TRUNCATE figures, figure_seals')
  for (const table of ['figures', 'figure_seals']) await owner.pool.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`)
}

const verify = (): Promise<LedgerVerification> => verifyOffice(owner.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })

async function findsAfter(act: string, expected: object): Promise<void> {
  await owner.pool.query(act)
  const outcome = await verify()
  assert.deepEqual(outcome.ok ? 'whole' : outcome.fault, expected, act)
}

const oneOfSeptember = `metric = 'cases.accepted' AND period_from = '2026-09-01'`

test('S-21 untouched published figures hold and are counted', async () => {
  const outcome = await verify()
  assert.equal(outcome.ok, true, verificationLines(outcome).join('\n'))
  assert.deepEqual([outcome.counts.sealedFigures, outcome.counts.unsealedFigures], [published, 0])
  assert.equal(verificationLines(outcome)[2], `已核对公布的统计数据 ${published} 项。`)
  const { rows } = await owner.pool.query(`SELECT detail->>'id' AS id FROM access_log WHERE act = 'use-seal' AND purpose = 'figures' ORDER BY 1`)
  assert.deepEqual(rows, [{ id: '1' }, { id: '2' }, { id: '3' }])
})

test('S-21 a published figure of which anything was changed is named with its period', async () => {
  const changes = [
    'numerator = numerator + 1', 'denominator = 7', `value_text = '9'`, 'definition_version = 9', `filter = '{"channel": "window"}'`, `cut_off = cut_off + interval '1 microsecond'`,
    'tree_size = tree_size + 1', `published_at = published_at - interval '1 day'`, `period_to = '2026-09-29'`, `metric = 'cases.decided'`, `published_by = 'staff:HD0001'`, `counts = '全部办件'`, 'counts = NULL',
  ]
  for (const change of changes) {
    await findsAfter(`UPDATE figures SET ${change} WHERE ${oneOfSeptember}`, { fault: 'figure-differs', ...accepted })
    await putBack()
  }
  await owner.pool.query(`UPDATE figures SET value_text = '9' WHERE ${oneOfSeptember}`)
  assert.equal(verificationLines(await verify())[1], '统计指标 受理量，统计期 2026-09-01/2026-09-30：公布的数据与公布时签名的不符')
})

test('S-21 a published figure that was removed, or added by hand, is named with its period', async () => {
  await findsAfter(`DELETE FROM figures WHERE ${oneOfSeptember}`, { fault: 'figure-removed', ...accepted })
  await putBack()
  await findsAfter(`INSERT INTO figures SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'published_at', '2020-01-01T00:00:00Z'))).* FROM figures f WHERE ${oneOfSeptember}`, { fault: 'figure-unlisted', ...accepted })
})

test('S-21 a list that was made to fit a changed, removed or added figure does not bear the signature of the office', async () => {
  const falseList = { fault: 'figures-seal-false', figureSeal: 2, figurePeriod: inSeptember }
  await findsAfter(`UPDATE figure_seals SET figures = jsonb_set(figures, '{0,hash}', '"00"') WHERE number = 2`, falseList)
  await putBack()
  await findsAfter(`UPDATE figure_seals SET figures = figures - 1 WHERE number = 2`, falseList)
  await putBack()
  await findsAfter(`UPDATE figure_seals SET figures = figures || (figures->0) WHERE number = 2`, falseList)
  await putBack()
  await findsAfter(`UPDATE figure_seals SET figures = '[]' WHERE number = 2`, { fault: 'figures-seal-false', figureSeal: 2 })
  await putBack()
  const { officeKey } = office.app.services
  assert.ok((await verifyFigures(owner.db, () => [officeKey.publicKey])).touched === undefined)
  assert.equal((await verifyFigures(owner.db, () => [newSm2KeyPair().publicKey])).touched?.fault, 'figures-seal-false')
})

test('S-21 a whole publication that was taken out, or said to be older than the seals, is missed', async () => {
  await owner.pool.query('DELETE FROM figures WHERE id IN (SELECT (jsonb_array_elements(figures)->>$1)::uuid FROM figure_seals WHERE number = 2)', ['id'])
  await findsAfter('DELETE FROM figure_seals WHERE number = 2', { fault: 'figures-seal-missing', figureSeal: 3, figurePeriod: '2026-07-01/2026-09-30' })
  await findsAfter('UPDATE figure_seals SET number = 2 WHERE number = 3', { fault: 'figures-seal-false', figureSeal: 2, figurePeriod: '2026-07-01/2026-09-30' })
  await putBack()
  await findsAfter('UPDATE figure_seals z SET figures = s.figures FROM figure_seals s WHERE z.number = 0 AND s.number = 2', { fault: 'figures-seal-false', figureSeal: 1, figurePeriod: '2026-08-01/2026-08-31' })
})

test('S-21 a figure says what it counted when it was published, also after its definition was changed', async () => {
  const shown = async () => (await office.call('reporting.list-published', law, { from: '2026-09-01', to: '2026-09-30', limit: 100 })).items.find(({ metric }) => metric === 'cases.accepted')
  const now = await shown()
  assert.match(now?.counts ?? '', /受理/)
  await owner.pool.query(`UPDATE figures SET definition_version = 9, counts = '当时的口径' WHERE ${oneOfSeptember}`)
  assert.equal((await shown())?.counts, '当时的口径')
  await owner.pool.query(`UPDATE figures SET counts = NULL WHERE ${oneOfSeptember}`)
  assert.equal((await shown())?.counts, null)
  await putBack()
})

test('figures that were published before there were seals are counted as unsealed and are no fault, and those published since are sealed', async () => {
  await owner.pool.query('DROP TABLE figure_seals')
  await owner.pool.query(readFileSync(join(import.meta.dirname, 'migrations/0003-figure-seals.sql'), 'utf8'))
  const { published: since } = await office.call('reporting.publish-period', law, { from: '2026-09-01', to: '2026-09-07' })
  const outcome = await verify()
  assert.deepEqual([outcome.ok, outcome.counts.sealedFigures, outcome.counts.unsealedFigures], [true, since, published])
  assert.equal(verificationLines(outcome)[3], `另有 ${published} 项统计数据在启用签名之前公布，没有签名，无从核对内容。`)
  await findsAfter(`DELETE FROM figures WHERE ${oneOfSeptember} AND period_to = '2026-09-30'`, { fault: 'figure-removed', ...accepted })
})
