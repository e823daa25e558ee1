import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { buildApp, lifecycles } from '#app'
import { law } from '#kernel/access/caller.ts'
import { readConfig } from '#kernel/config/config.ts'
import { createDatabaseIfMissing, dropDatabase } from '#kernel/db/create-database.ts'
import { type Database, openDatabase } from '#kernel/db/pool.ts'
import { verificationLines } from '#kernel/ledger/verification.ts'
import { settableClock } from '#kernel/time/clock-source.ts'
import { approverOf, clerk, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { aSubmittedCase, foodLicence } from '#test/harness/cases.ts'
import { scratchFolder, startTestServer, type TestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { verifyOffice } from '../../src/check.ts'
import { createServices, migrateAll } from '../../src/process.ts'
import { readDump, restoreDump } from './office-dump.ts'

// An office of an earlier state of the program is brought to this one by its migrations alone: its ledger verifies, its personal data
// open, its pages show, and a case that was under way then goes on to its end.

const dump = readDump(join(import.meta.dirname, 'earlier/office-of-2026-11-22.json.br'))
const delivered = '11440114MB2C00144C4440114005000202611220001'
const underWay = '11440114MB2C00144C4440114005000202611220002'
const server = await startTestServer()
const closing: (() => Promise<unknown>)[] = []
after(async () => {
  for (const close of closing.toReversed()) await close()
})

async function restored(): Promise<{ readonly url: string; readonly dataFolder: string }> {
  const [name, dataFolder] = [`test_${randomBytes(6).toString('hex')}`, scratchFolder()]
  await createDatabaseIfMissing(server.databaseUrl('postgres'), name)
  closing.push(async () => dropDatabase(server.databaseUrl('postgres'), name), async () => rmSync(dataFolder, { recursive: true, force: true }))
  const url = server.databaseUrl(name)
  await restoreDump(dump, url, dataFolder)
  return { url, dataFolder }
}

async function upgraded(): Promise<TestOffice> {
  const { url, dataFolder } = await restored()
  const ran = await migrateAll(url, 'yimen')
  assert.ok(ran.length > 0, 'there was nothing to upgrade, so nothing was tried')
  const database: Database = openDatabase({ url, schema: 'yimen', poolSize: 8, asApplication: true })
  closing.push(() => database.close())
  const clock = settableClock(new Date('2026-11-23T10:00:00+08:00'))
  const app = buildApp(database.db, createServices(readConfig({ NODE_ENV: 'test', YIMEN_DATA: dataFolder, YIMEN_LOG: 'error' }), clock))
  await app.call('kernel.adopt-shipped-calendar', { kind: 'system', name: 'loader' }, {})
  return { app, database, ownerUrl: url, clock, call: app.call, close: async () => undefined }
}

const office = await upgraded()
const verification = async (): Promise<string> => verificationLines(await verifyOffice(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })).join('\n')

test('the ledger of the earlier office verifies under the new program, and every row is still there', async () => {
  const outcome = await verifyOffice(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })
  assert.equal(outcome.ok, true, verificationLines(outcome).join('\n'))
  for (const table of ['matter_events', 'cases', 'documents', 'subjects', 'staff', 'item_versions', 'certificates', 'checkpoints']) {
    const { rows } = await office.database.pool.query<{ count: string }>(`SELECT count(*) AS count FROM ${table}`)
    assert.ok(Number(rows[0]?.count) >= (dump.tables[table]?.length ?? 0), table)
  }
})

test('personal data that were sealed then open now, for whoever they belong to', async () => {
  const { form } = await office.call('cases.get-case', await personCaller(office, 'zhang-xiaomei'), { number: delivered })
  assert.equal(form?.['applicantName'], '张小梅')
})

test('the pages of a case that was delivered then are shown to the applicant, the window and the reviewer', async () => {
  const pages = await openTestPages(office)
  closing.push(() => pages.close())
  const [person, window, reviewer] = [await personCaller(office, 'zhang-xiaomei'), await clerk(office), await reviewerOf(office, foodLicence.unit)]
  const looks = [[person, `/matters/${delivered}`], [person, `/matters/${delivered}/receipt`], [person, '/matters'], [window, `/desk/cases/${delivered}`], [reviewer, `/office/cases/${delivered}`], [reviewer, `/office/cases/${underWay}`], [reviewer, `/office/cases/${underWay}/form`], [person, '/certificates'], [person, '/messages']] as const
  for (const [caller, path] of looks) {
    const { status, html } = await pages.get(path, caller)
    assert.equal(status, 200, `${path} ${html.slice(0, 200)}`)
    if (path.includes(delivered)) assert.ok(html.includes('食品经营许可'), path)
  }
})

test('a case that was under way then goes on to its end, and a new one begins', async () => {
  const [approver, window] = [await approverOf(office, foodLicence.unit), await clerk(office)]
  await office.call('cases.decide-case', approver, { number: underWay, result: 'approve' })
  await office.call('cases.issue-case', approver, { number: underWay })
  await office.call('cases.deliver-case', window, { number: underWay })
  assert.match((await aSubmittedCase(office)).number, /20261123\d{4}$/)
  await office.call('kernel.make-checkpoint', law, {})
  assert.equal((await verifyOffice(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })).ok, true)
})

test('the drill notices an event that the upgrade changed: the check names its case', async () => {
  const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen -c session_replication_role=replica' })
  await owner.connect()
  closing.push(() => owner.end())
  await owner.query(`UPDATE matter_events SET command = 'file' WHERE seq = 1 AND matter_id = (SELECT id FROM matters WHERE number = $1)`, [delivered])
  assert.ok((await verification()).includes(delivered))
})

test('an earlier office whose migration is not the one of this program is not touched', async () => {
  const { url } = await restored()
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=yimen' })
  await owner.connect()
  try {
    await owner.query(`UPDATE schema_migrations SET checksum = repeat('0', 64) WHERE owner = 'cases' AND name LIKE '0001-%'`)
    await assert.rejects(migrateAll(url, 'yimen'), /cases\/0001-\S+ was changed after it ran/)
  } finally {
    await owner.end()
  }
})
