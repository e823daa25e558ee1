import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { readConfig } from '#kernel/config/config.ts'
import { migrateAll } from '../../src/process.ts'
import { startBalancer, webServerSeen } from './balancer-machine.ts'
import { binFolder, type Passwords, prepareDatabase, startDatabase } from './database-machine.ts'
import { balancer, type ClusterOptions, coordinators, databases, type Folders, foldersIn, type Machine, machines, offices, ports } from './layout.ts'
import { healthyEtcds, startEtcd } from './etcd-machine.ts'
import { machinesExist, makeMachines, processesOn, removeMachines, signalAll } from './namespaces.ts'
import { environmentOf, startPart, untilReady } from './office-machine.ts'
import { findMembers, untilReplicated } from './patroni.ts'

/** What the cluster was set up with, kept in its folder for whoever works on it next. */
interface Kept {
  readonly synchronous: boolean
  readonly passwords: Passwords
}

/** Why no cluster can be set up on this computer, if none can. */
export function missingForCluster(): string | undefined {
  if (process.platform !== 'linux' || userInfo().uid !== 0) return 'machines are network namespaces, which root makes on Linux'
  const absent = Object.entries({ patroni: '/usr/bin/patroni', 'etcd-server': '/usr/bin/etcd', haproxy: '/usr/sbin/haproxy', 'postgresql-15': join(binFolder, 'postgres'), iproute2: '/usr/sbin/ip', iptables: '/usr/sbin/iptables' }).flatMap(([name, program]) => (existsSync(program) ? [] : [name]))
  return absent.length === 0 ? undefined : `these Debian packages are not installed: ${absent.join(', ')}`
}

/** Sets everything up from nothing, in the order in which one thing needs the other; resolves when both web servers are ready. */
export async function bringUp({ root, synchronous }: ClusterOptions, say: (line: string) => void): Promise<void> {
  if (machinesExist()) throw new Error('there is a cluster on this computer already')
  if (existsSync(root)) throw new Error(`${root} exists already; a cluster begins in a folder of its own`)
  const folders = foldersIn(root)
  const passwords: Passwords = { superuser: secret(), replication: secret(), rewind: secret(), owner: secret(), web: secret() }
  mkdirSync(root, { recursive: true, mode: 0o755 })
  writeFileSync(join(root, 'cluster.json'), JSON.stringify({ synchronous, passwords } satisfies Kept), { mode: 0o600 })
  makeMachines()
  for (const machine of coordinators) startEtcd(machine, folders)
  for (const machine of databases) {
    prepareDatabase(machine, folders, { root, synchronous, passwords })
    startDatabase(machine, folders)
  }
  await untilReplicated({ standbys: databases.length - 1, synchronous })
  say('databases: one primary and two standbys')
  await startBalancer(folders)
  await makeOffice(folders, passwords)
  say('schema: migrated')
  for (const machine of offices) {
    startPart(machine, 'web', folders, passwords)
    startPart(machine, 'worker', folders, passwords)
    await untilReady(machine, folders)
    say(`${machine.name}: a web server and a worker`)
  }
  await untilSeenUp(folders)
  say(`office: http://${balancer.address}:${ports.office}`)
}

function secret(): string {
  return randomBytes(24).toString('hex')
}

export function keptIn(root: string): Kept {
  return JSON.parse(readFileSync(join(root, 'cluster.json'), 'utf8')) as Kept
}

/** The two users and the database, as docs/operations/start-and-stop.md says, and the schema. */
async function makeOffice(folders: Folders, passwords: Passwords): Promise<void> {
  await asSuperuser(balancer.address, passwords, [`CREATE ROLE yimen LOGIN PASSWORD '${passwords.owner}' CREATEROLE`, 'CREATE DATABASE yimen OWNER yimen'])
  const { databaseUrl = '', schema } = readConfig(environmentOf(folders, passwords))
  await migrateAll(databaseUrl, schema)
  await asSuperuser(balancer.address, passwords, [`CREATE ROLE yimen_web LOGIN PASSWORD '${passwords.web}' IN ROLE yimen_app`])
}

/** Runs statements at an address; a connection that HAProxy does not make yet is tried for again. */
async function asSuperuser(host: string, { superuser }: Passwords, statements: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ host, port: ports.postgres, user: 'postgres', password: superuser, database: 'postgres' })
    try {
      await client.connect()
    } catch (fault) {
      if (attempt === 100) throw fault
      await pause(200)
      continue
    }
    for (const statement of statements) await client.query(statement)
    return client.end()
  }
}

/** Waits until HAProxy sends requests to both web servers. */
export async function untilSeenUp(folders: Folders): Promise<void> {
  for (const machine of offices) {
    for (let look = 1; (await webServerSeen(folders, machine)).status !== 'UP'; look++) {
      if (look > 300) throw new Error(`HAProxy does not see ${machine.name}`)
      await pause(100)
    }
  }
}

/** Ends every process of every machine, takes the machines away, and the folder with everything in it. */
export async function takeDown(root: string): Promise<void> {
  const running = (): readonly Machine[] => machines.filter((machine) => processesOn(machine).length > 0)
  for (let look = 0; running().length > 0; look++) {
    for (const machine of running()) signalAll(machine, look < 50 ? 'SIGTERM' : 'SIGKILL')
    await pause(100)
  }
  removeMachines()
  if (existsSync(join(root, 'cluster.json'))) rmSync(root, { recursive: true, force: true })
}

/** What runs where, a line each. */
export async function describe(root: string): Promise<readonly string[]> {
  if (!machinesExist()) return ['there is no cluster']
  const members = (await findMembers()).map(({ name, role, state, timeline, lag }) => `${name}: ${role}, ${state}, timeline ${timeline ?? '?'}${lag === undefined ? '' : `, ${lag} bytes behind`}`)
  const web = await Promise.all(offices.map(async (machine) => `${machine.name}: ${(await webServerSeen(foldersIn(root), machine)).status} for HAProxy`))
  const processes = machines.map((machine) => `${machine.name} ${processesOn(machine).length}`).join(', ')
  return [...(members.length === 0 ? ['no member of Patroni answers'] : members), ...web, `processes: ${processes}`, `office: http://${balancer.address}:${ports.office}`, `etcd: ${await healthyEtcds()} of ${coordinators.length} members have a majority`]
}
