import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { readConfig } from '#kernel/config/config.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import { CaseClient, type Hands, handsOf, sendTo } from '#test/harness/load.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { startServer, type TestServer } from '#test/harness/server.ts'
import { checkOffice } from '../../src/check.ts'

// The drill: an office is backed up while cases run through it, the backup is restored as another office, and the two are
// compared. Restoring is what docs/operations/backup-and-restore.md tells the operator to do.

const place = scratchFolder()
const office = join(place, 'office')
const plan = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
let server: TestServer
let hands: Hands
let clients: readonly CaseClient[]

before(async () => {
  server = await startServer(office)
  hands = await handsOf(server)
  clients = Array.from({ length: 3 }, () => new CaseClient(hands))
})
after(async () => {
  if (server.isAlive()) await server.stop()
  rmSync(place, { recursive: true, force: true })
})

test('an office backed up while it works is restored with everything that was acknowledged before, and goes on working', async () => {
  const file = await upload()
  const stop = new AbortController()
  const running = clients.map(async (client) => {
    while (!stop.signal.aborted) await client.advance(sendTo(server.address))
  })
  while (acknowledged().length < 30) await pause(20)
  const promised = acknowledged()
  await backUp('working')
  const atTheEnd = acknowledged()
  stop.abort()
  await Promise.all(running)
  assert.ok(atTheEnd.length > promised.length, 'nothing was done while the backup was taken, so nothing was tried')

  const written = new Set(await withDatabase(server.database, eventsOf))
  const restored = await startServer(restore('working'))
  try {
    const found = await withDatabase(restored.database, eventsOf)
    assert.deepEqual(promised.filter((line) => !found.some((event) => event.startsWith(`${line} `))), [])
    assert.deepEqual(found.filter((event) => !written.has(event)), [])
    assert.equal(await ledgerHolds('working'), true)
    const content = await fetch(`${restored.address}/api/v1/files/${file}/content`, { headers: { authorization: `Bearer ${hands.person}` } })
    assert.deepEqual(new Uint8Array(await content.arrayBuffer()), plan)
    assert.equal(await applicantNameIn(restored, promised[0]?.split(' ')[0] ?? ''), '张小梅')
    const next = new CaseClient(hands)
    for (let step = 1; step <= 7; step++) assert.equal(await next.advance(sendTo(restored.address)), true)
  } finally {
    await restored.stop()
  }
})

test('an office backed up at rest and its copy have the same number of rows in every table', async () => {
  await server.stop()
  await backUp('resting')
  const [original, copy] = [await rowsAtRest(office), await rowsAtRest(restore('resting'))]
  assert.ok((original.get('matter_events') ?? 0) > 30)
  assert.deepEqual(copy, original)
  assert.equal(await ledgerHolds('resting'), true)
})

test('the drill notices a restored event that is not what was written: the check names its case and its place', async () => {
  const [changed] = await atRest(restored('resting'), (client) =>
    rowsOf<{ number: string; seq: number }>(
      client,
      `UPDATE matter_events e SET actor = 'staff:HD0001' FROM matters m
        WHERE m.id = e.matter_id AND (m.number, e.seq) = (SELECT number, 2 FROM matters WHERE kind = 'case' ORDER BY number LIMIT 1) RETURNING m.number, e.seq`,
    ),
  )
  assert.ok(changed)
  const lines: string[] = []
  assert.equal(await ledgerHolds('resting', lines), false)
  assert.match(lines.join('\n'), new RegExp(`${changed.number}.*${changed.seq}`))
})

test('the drill notices when the secrets were left behind: with new ones no seal of the office is its own', async () => {
  const folder = restore('working', 'without-secrets')
  rmSync(join(folder, 'secrets.json'))
  assert.equal(await ledgerHolds('without-secrets'), false)
})

test('the drill notices when the log of the writes made meanwhile was not kept: PostgreSQL does not start on such a copy', async () => {
  const folder = restore('working', 'without-log')
  for (const segment of readdirSync(join(folder, 'postgres/cluster/pg_wal'))) rmSync(join(folder, 'postgres/cluster/pg_wal', segment), { recursive: true })
  await assert.rejects(startEmbedded(folder), /could not (locate|find) required checkpoint record|could not locate a valid checkpoint record/)
})

test('a backup never writes over another one, and none is left behind half done', async () => {
  await assert.rejects(backUp('working'), /exists already/)
  assert.deepEqual(readdirSync(join(place, 'backups')).toSorted(), ['resting', 'working'])
  await assert.rejects(run(process.execPath, ['scripts/backup.ts', join(place, 'backups/nothing')], settingsOf(join(place, 'no-office'))), /holds no office/)
  assert.equal(existsSync(join(place, 'no-office')), false)
})

const run = promisify(execFile)

function settingsOf(dataFolder: string): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  return { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, YIMEN_DATA: dataFolder, DATABASE_URL: '' } }
}

async function backUp(name: string): Promise<void> {
  await run(process.execPath, ['scripts/backup.ts', join(place, 'backups', name)], settingsOf(office))
}

function restored(name: string): string {
  return join(place, `restored-${name}`)
}

/** Makes a data folder out of a backup, owners and modes kept. */
function restore(backup: string, name = backup): string {
  execFileSync('cp', ['-a', join(place, 'backups', backup), restored(name)])
  return restored(name)
}

async function upload(): Promise<string> {
  const response = await fetch(`${server.address}/api/v1/files?name=plan.pdf`, { method: 'POST', headers: { authorization: `Bearer ${hands.person}`, 'content-type': 'application/octet-stream' }, body: plan })
  assert.equal(response.status, 201)
  return ((await response.json()) as { id: string }).id
}

/** The name of the applicant is sealed under a key that only the secrets of the office open. */
async function applicantNameIn({ address }: TestServer, number: string): Promise<string | undefined> {
  const response = await fetch(`${address}/api/v1/cases/${number}`, { headers: { authorization: `Bearer ${hands.person}` } })
  return ((await response.json()) as { form?: { applicantName?: string } }).form?.applicantName
}

/** `number version state` of every command that was answered with 2xx until now. */
function acknowledged(): readonly string[] {
  return clients.flatMap((client) => client.sent).flatMap(({ answer }) => (answer === undefined ? [] : [`${answer.number} ${answer.version} ${answer.state}`]))
}

function ledgerHolds(name: string, lines: string[] = []): Promise<boolean> {
  return checkOffice(readConfig({ YIMEN_DATA: restored(name), YIMEN_LOG: 'error' }), (line) => void lines.push(line))
}

async function eventsOf(client: pg.Client): Promise<readonly string[]> {
  const events = await rowsOf<{ line: string }>(client, `SELECT m.number || ' ' || e.seq || ' ' || e.to_state || ' ' || encode(e.hash, 'hex') AS line FROM matters m JOIN matter_events e ON e.matter_id = m.id`)
  return events.map(({ line }) => line)
}

function rowsAtRest(dataFolder: string): Promise<ReadonlyMap<string, number>> {
  return atRest(dataFolder, async (client) => {
    const tables = await rowsOf<{ name: string }>(client, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'yimen' ORDER BY tablename`)
    const counts = new Map<string, number>()
    for (const { name } of tables) counts.set(name, Number((await rowsOf<{ count: string }>(client, `SELECT count(*) FROM ${client.escapeIdentifier(name)}`))[0]?.count))
    return counts
  })
}

/** Looks into the database of a data folder on which no program runs. */
async function atRest<Found>(dataFolder: string, look: (client: pg.Client) => Promise<Found>): Promise<Found> {
  const database = await startEmbedded(dataFolder)
  try {
    return await withDatabase(database, look)
  } finally {
    await database.stop()
  }
}

/** A connection as the superuser. */
async function withDatabase<Found>(database: EmbeddedServer, look: (client: pg.Client) => Promise<Found>): Promise<Found> {
  const client = new pg.Client({ connectionString: database.databaseUrl('yimen'), options: '-c search_path=yimen' })
  await client.connect()
  try {
    return await look(client)
  } finally {
    await client.end()
  }
}

async function rowsOf<Row extends pg.QueryResultRow>(client: pg.Client, query: string): Promise<readonly Row[]> {
  return (await client.query<Row>(query)).rows
}
