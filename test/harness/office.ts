import { createHash, randomBytes } from 'node:crypto'
import { globSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { type App, buildApp, type InputOf, type OperationName, type OutputOf } from '#app'
import type { Caller } from '#kernel/access/caller.ts'
import { readConfig } from '#kernel/config/config.ts'
import type { CallOptions } from '#kernel/contract/call.ts'
import { createDatabaseIfMissing, dropDatabase } from '#kernel/db/create-database.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import { type Database, openDatabase } from '#kernel/db/pool.ts'
import { type SettableClock, settableClock } from '#kernel/time/clock-source.ts'
import { loadDemoCity } from '../../src/city/load-demo-city.ts'
import { createServices, migrateAll } from '../../src/process.ts'

/** An office of its own for one test file: a clone of the template database, a clock that the test sets, no doors. */
export interface TestOffice {
  readonly app: App
  readonly database: Database
  /** As the owner, for looking behind the application's back. */
  readonly ownerUrl: string
  readonly clock: SettableClock
  call<N extends OperationName>(name: N, caller: Caller, input: InputOf<N>, options?: CallOptions): Promise<OutputOf<N>>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const dataFolder = join(root, '.tmp/test')

/** Monday of an ordinary week with a published arrangement, at nine in the morning. */
export const mondayMorning = new Date('2026-09-07T09:00:00+08:00')

/** Opens an office on a clone of the template: `empty` has the tables only, `city` the demo city as well. */
export async function openTestOffice(options: { readonly with: 'empty' | 'city'; readonly now?: Date } = { with: 'city' }): Promise<TestOffice> {
  const server = await startTestServer()
  const template = await ensureTemplate(server, options.with)
  const name = `test_${randomBytes(6).toString('hex')}`
  await createDatabaseIfMissing(server.databaseUrl('postgres'), name, template)
  const ownerUrl = server.databaseUrl(name)
  const database = openDatabase({ url: ownerUrl, schema: 'yimen', poolSize: 8, asApplication: true })
  const clock = settableClock(options.now ?? mondayMorning)
  const app = buildApp(database.db, createServices(testConfig(), clock))
  return {
    app,
    database,
    ownerUrl,
    clock,
    call: app.call,
    close: async () => {
      await database.close()
      await dropDatabase(server.databaseUrl('postgres'), name)
    },
  }
}

export function testConfig(): ReturnType<typeof readConfig> {
  return readConfig({ NODE_ENV: 'test', YIMEN_DATA: dataFolder, YIMEN_LOG: 'error', YIMEN_PUBLIC_URL: 'http://localhost:8080' })
}

type TestDatabases = Pick<EmbeddedServer, 'databaseUrl' | 'stop'>

/**
 * The test runner starts the server once; a single file started by hand finds it or starts it. It stays for the next run. YIMEN_TEST_SERVER,
 * the address of a superuser without a database, takes a server of another version instead, which nobody stops.
 */
export async function startTestServer(): Promise<TestDatabases> {
  mkdirSync(dataFolder, { recursive: true })
  const other = process.env['YIMEN_TEST_SERVER']
  if (other !== undefined) return { databaseUrl: (database) => `${other}/${database}`, stop: async () => undefined }
  return startEmbedded(dataFolder, { max_connections: '300' })
}

/** Makes the template once per state of the sources; files of one run that come at the same time wait for each other. */
export async function ensureTemplate(server: Pick<TestDatabases, 'databaseUrl'>, kind: 'empty' | 'city'): Promise<string> {
  const name = `template_${kind}_${sourceHash()}`
  const client = new pg.Client({ connectionString: server.databaseUrl('postgres') })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name])
    const { rows } = await client.query<{ ready: boolean }>('SELECT datistemplate AS ready FROM pg_database WHERE datname = $1', [name])
    if (rows[0]?.ready) return name
    await dropDatabase(server.databaseUrl('postgres'), name)
    await createDatabaseIfMissing(server.databaseUrl('postgres'), name, kind === 'city' ? await ensureTemplate(server, 'empty') : undefined)
    const url = server.databaseUrl(name)
    await migrateAll(url, 'yimen')
    if (kind === 'city') await loadCity(url)
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} IS_TEMPLATE true`)
    return name
  } finally {
    await client.end()
  }
}

async function loadCity(url: string): Promise<void> {
  const database = openDatabase({ url, schema: 'yimen', poolSize: 4, asApplication: true })
  try {
    await loadDemoCity(buildApp(database.db, createServices(testConfig(), settableClock(new Date('2026-09-01T08:00:00+08:00')))))
  } finally {
    await database.close()
  }
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const files = globSync(['src/{kernel,modules,city}/**/*.{ts,sql,json}', 'src/*.ts', 'data/**/*.json'], { cwd: root }).toSorted()
  for (const file of files) if (!file.includes('.test.') && !file.includes('/web/')) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

/** A folder for what a test writes to disk. */
export function scratchFolder(): string {
  const folder = join(tmpdir(), `yimen-${randomBytes(6).toString('hex')}`)
  mkdirSync(folder, { recursive: true })
  return folder
}
