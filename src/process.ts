import { join } from 'node:path'
import { sql } from 'kysely'
import { allModules, type App, buildApp, migrationSets } from './app.ts'
import { createCalendarSource } from '#kernel/calendar/calendar-source.ts'
import type { Config } from '#kernel/config/config.ts'
import { hasSecrets, missingSecrets, readSecrets } from '#kernel/config/secrets.ts'
import type { Services } from '#kernel/contract/services.ts'
import { signerApart, signerHere } from '#kernel/crypto/signer.ts'
import { sm2KeyPair } from '#kernel/crypto/sm2.ts'
import { noDevices } from '#kernel/devices/devices.ts'
import { simulatedDevices } from '#kernel/devices/simulated-devices.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import { createDatabaseIfMissing } from '#kernel/db/create-database.ts'
import { findPrimary, primaryFirst } from '#kernel/db/hosts.ts'
import { keepRunning } from '#kernel/db/keep-running.ts'
import { migrate } from '#kernel/db/migrate.ts'
import { type Database, type Db, openDatabase } from '#kernel/db/pool.ts'
import { localFileStore } from '#kernel/files/local-file-store.ts'
import { localPartStore } from '#kernel/files/local-part-store.ts'
import { migrateJobs } from '#kernel/jobs/runner.ts'
import { createFreshness } from '#kernel/freshness/freshness.ts'
import { createLog } from '#kernel/log/log.ts'
import { createSettingsSource } from '#kernel/settings/settings-source.ts'
import { findSimulationMark } from '#kernel/simulation/mark.ts'
import { type Clock, systemClock } from '#kernel/time/clock-source.ts'
import { createVault } from '#kernel/vault/vault.ts'

/** A running office: its database, its App, and how to close it. */
export interface Office {
  readonly app: App
  readonly database: Database
  readonly ownerUrl: string
  readonly server: EmbeddedServer | undefined
  close(): Promise<void>
}

/** Opens the database of the configuration, or starts the embedded one; returns the owner's address, of several hosts first the one that takes writes. */
export async function openServer(config: Config): Promise<{ readonly ownerUrl: string; readonly server: EmbeddedServer | undefined }> {
  if (config.databaseUrl !== undefined) return { ownerUrl: await primaryFirst(config.databaseUrl), server: undefined }
  const server = await startEmbedded(config.dataFolder, { max_connections: '200' })
  await createDatabaseIfMissing(server.databaseUrl('postgres'), 'yimen')
  return { ownerUrl: server.databaseUrl('yimen'), server }
}

/** Brings the city's schema and the job queue's to the newest state. Returns the names of the migrations that ran. */
export async function migrateAll(ownerUrl: string, schema: string): Promise<readonly string[]> {
  const primary = await findPrimary(ownerUrl)
  const ran = await migrate(primary, schema, migrationSets)
  await migrateJobs(primary, schema)
  return ran
}

/** In good order one database hands over to another, or restarts, within this time; callers wait for it and hear nothing of it. */
const handOverMs = 5_000

/** Starts everything but the doors: database, migrations, services, App. */
export async function openOffice(config: Config, options: { readonly clock?: Clock; readonly lazyCommits?: boolean } = {}): Promise<Office> {
  const { ownerUrl, server } = await openServer(config)
  await migrateAll(ownerUrl, config.schema)
  const log = createLog(config.logLevel)
  const database = openDatabase({
    url: config.applicationDatabaseUrl === undefined ? ownerUrl : await primaryFirst(config.applicationDatabaseUrl),
    schema: config.schema,
    poolSize: config.databasePoolSize,
    asApplication: config.applicationDatabaseUrl === undefined,
    lazyCommits: options.lazyCommits ?? false,
    waitMs: handOverMs,
    onError: (error) => log.warn('database connection lost', { reason: error.message }),
  })
  if (!hasSecrets(config.dataFolder) && (await holdsSealed(database.db))) {
    await database.close()
    await server?.stop()
    throw new Error(missingSecrets(config.dataFolder))
  }
  const simulated = (await findSimulationMark(database.db)) !== undefined
  if (simulated && !config.demo) {
    await database.close()
    await server?.stop()
    throw new Error('this database holds a simulated city and cannot be used as an office; YIMEN_DEMO=yes opens it to be looked at')
  }
  const services = createServices(config, options.clock ?? systemClock, simulated)
  const keeper = server && keepRunning(server, log)
  const app = buildApp(database.db, services)
  await app.call('kernel.adopt-shipped-calendar', { kind: 'system', name: 'loader' }, {})
  return {
    app,
    database,
    ownerUrl,
    server,
    close: async () => {
      await keeper?.stop()
      await database.close()
      await server?.stop()
    },
  }
}

/** Whether anything in the database was sealed or signed with the keys of an office. */
async function holdsSealed(db: Db): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    SELECT EXISTS (SELECT FROM subject_keys) OR EXISTS (SELECT FROM checkpoints) OR EXISTS (SELECT FROM documents) AS holds`.execute(db)
  return rows[0]?.holds ?? false
}

/** The services of a process, over the secrets and files of its data folder. */
export function createServices(config: Config, clock: Clock, simulated = false): Services {
  const secrets = readSecrets(config.dataFolder)
  const legalCalendar = createCalendarSource()
  const settings = createSettingsSource(allModules)
  const officeKey = sm2KeyPair(secrets.signingKey)
  return {
    config,
    clock,
    log: createLog(config.logLevel),
    legalCalendar,
    get calendar() {
      return legalCalendar.calendar
    },
    get strictCalendar() {
      return legalCalendar.strictCalendar
    },
    settings,
    documentKinds: allModules.flatMap(({ documents = [] }) => documents),
    liveTopics: new Map(allModules.flatMap(({ live = [] }) => live).map((topic) => [topic.name, topic])),
    freshness: createFreshness(systemClock, { calendar: legalCalendar, settings }),
    vault: createVault(secrets, clock),
    simulated,
    files: localFileStore(join(config.dataFolder, 'files')),
    fileParts: localPartStore(join(config.dataFolder, 'files')),
    devices: config.demo ? simulatedDevices : noDevices,
    officeKey,
    signer: config.mode === 'production' ? signerApart(officeKey) : signerHere(officeKey),
    formerOfficeKeys: secrets.formerSigningKeys,
  }
}
