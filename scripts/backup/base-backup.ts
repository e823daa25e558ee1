import { chown, readdir, writeFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { copyTree } from './copy-tree.ts'

/** What a running server rebuilds by itself, and what belongs to the running one only (PostgreSQL manual, 25.3.4.3). */
const contentsLeftOut = /^(pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./
const filesLeftOut = /(^|\/)(postmaster\.(pid|opts)|server\.log|backup_label|tablespace_map|pg_internal\.init(\.\d+)?|pgsql_tmp[^/]*)$/
const segmentName = /^[0-9A-F]{24}$/

/**
 * Copies the cluster of a server that works on, by the low-level way of the PostgreSQL manual (25.3.4), because the embedded
 * programs hold no pg_basebackup. A server started on the copy stands at the instant at which this function ended its copying:
 * every commit acknowledged before is in it. `url` is the superuser's. Returns how many bytes were copied.
 */
export async function baseBackup(url: string, cluster: string, target: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // The slot holds back the write-ahead log for as long as this session lives.
    await client.query(`SELECT pg_create_physical_replication_slot($1, immediately_reserve => true, temporary => true)`, [`backup_${process.pid}`])
    const { first } = await one<{ first: string }>(client, `SELECT pg_walfile_name(pg_backup_start('yimen', fast => true)) AS first`)
    const copied = await copyTree(cluster, target, (path) => !contentsLeftOut.test(path) && !filesLeftOut.test(path))
    const { last, label } = await one<{ last: string; label: string }>(client, `SELECT pg_walfile_name(lsn) AS last, labelfile AS label FROM pg_backup_stop(wait_for_archive => false)`)
    await writeLike(cluster, join(target, 'backup_label'), label)
    const log = await copyTree(join(cluster, 'pg_wal'), join(target, 'pg_wal'), (path) => segmentName.test(path) && path >= first && path <= last)
    await mustHoldSegments(join(target, 'pg_wal'), [first, last])
    return copied + log
  } finally {
    await client.end()
  }
}

async function one<Row extends pg.QueryResultRow>(client: pg.Client, query: string): Promise<Row> {
  const row = (await client.query<Row>(query)).rows[0]
  if (row === undefined) throw new Error(`no answer to: ${query}`)
  return row
}

/** Writes a file that belongs to the owner of the cluster. */
async function writeLike(cluster: string, file: string, content: string): Promise<void> {
  await writeFile(file, content, { mode: 0o600, flush: true })
  const { uid, gid } = await stat(cluster)
  if (process.getuid?.() === 0) await chown(file, uid, gid)
}

async function mustHoldSegments(folder: string, segments: readonly string[]): Promise<void> {
  const held = new Set(await readdir(folder))
  for (const segment of segments) if (!held.has(segment)) throw new Error(`write-ahead log ${segment} was not kept; the copy would be of no use`)
}
