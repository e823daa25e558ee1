import { chownSync, copyFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createDatabaseIfMissing } from '#kernel/db/create-database.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { baseBackup } from '../../scripts/backup/base-backup.ts'

/** A primary and a standby that streams from it, both the PostgreSQL of the npm package. */
export interface TwoNodes {
  readonly primary: EmbeddedServer
  readonly standby: EmbeddedServer
  readonly dataFolder: string
  /** Both hosts in one address, the primary first. */
  readonly url: string
  close(): Promise<void>
}

/** `synchronous`: a commit is acknowledged when the standby has it on its disk too. */
export async function startTwoNodes(synchronous: boolean): Promise<TwoNodes> {
  const [dataFolder, other] = [scratchFolder(), scratchFolder()]
  const primary = await startEmbedded(dataFolder, { max_connections: '200' })
  await createDatabaseIfMissing(primary.databaseUrl('postgres'), 'yimen')
  const standby = await standbyOf(primary, other)
  if (synchronous) await asSuperuser(primary, `ALTER SYSTEM SET synchronous_standby_names = 'standby'`, 'SELECT pg_reload_conf()')
  await untilStreaming(primary, synchronous ? 'sync' : 'async')
  const { username, password } = new URL(primary.databaseUrl('yimen'))
  const url = `postgresql://${username}:${password}@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/yimen`
  return {
    primary,
    standby,
    dataFolder,
    url,
    close: async () => {
      for (const node of [primary, standby]) await node.stop('immediate').catch(() => undefined)
      for (const folder of [dataFolder, other]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A copy of the primary that goes on reading its log. What is set for it here holds after its promotion: alone, it waits for nobody. */
async function standbyOf(primary: EmbeddedServer, dataFolder: string): Promise<EmbeddedServer> {
  // Makes the folders as the program does; its own empty cluster gives way to the copy.
  const empty = await startEmbedded(dataFolder)
  await empty.stop()
  const cluster = join(empty.folder, 'cluster')
  rmSync(cluster, { recursive: true })
  const source = join(primary.folder, 'cluster')
  await baseBackup(primary.databaseUrl('postgres'), source, cluster)
  const { hostname, port, username, password } = new URL(primary.databaseUrl('postgres'))
  const { uid, gid } = statSync(cluster)
  for (const [file, text] of [['standby.signal', ''], ['postgresql.auto.conf', `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password} application_name=standby'\n`]] as const) {
    writeFileSync(join(cluster, file), text, { mode: 0o600 })
    chownSync(join(cluster, file), uid, gid)
  }
  copyFileSync(join(primary.folder, 'server.json'), join(empty.folder, 'server.json'))
  return startEmbedded(dataFolder, { max_connections: '200' })
}

async function untilStreaming(primary: EmbeddedServer, state: 'sync' | 'async'): Promise<void> {
  for (let look = 1; look <= 600; look++) {
    const [row] = await asSuperuser<{ ready: boolean }>(primary, `SELECT EXISTS (SELECT FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = '${state}') AS ready`)
    if (row?.ready) return
    await pause(50)
  }
  throw new Error(`the standby is not ${state}`)
}

/** Runs statements one after the other; the rows of the last. */
export async function asSuperuser<Row extends pg.QueryResultRow>(node: EmbeddedServer, ...statements: readonly string[]): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: node.databaseUrl('postgres') })
  await client.connect()
  try {
    let rows: readonly Row[] = []
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}
