import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import pg from 'pg'
import { migrationSets } from '#app'
import { migrate } from '#kernel/db/migrate.ts'

export type Row = Readonly<Record<string, unknown>>

/** An office of an earlier release: its rows by table, `schema_migrations` among them, and its keys. */
export interface OfficeDump {
  readonly secrets: Readonly<Record<string, unknown>>
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

export function readDump(file: string): OfficeDump {
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as OfficeDump
}

/**
 * Puts the rows into an empty database under the schema that they had: released migrations are never edited, so those that the dump
 * names make it anew, and their checksums stand in the dump.
 */
export async function restoreDump(dump: OfficeDump, url: string, dataFolder: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(join(dataFolder, 'secrets.json'), JSON.stringify(dump.secrets), { mode: 0o600 })
  await migrate(url, 'yimen', earlierSets(dump, join(dataFolder, 'earlier-migrations')))
  const client = new pg.Client({ connectionString: url, options: '-c search_path=yimen -c session_replication_role=replica' })
  await client.connect()
  try {
    for (const [table, rows] of Object.entries(dump.tables)) {
      const name = client.escapeIdentifier(table)
      await client.query(`DELETE FROM ${name}`)
      await client.query(`INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1)`, [JSON.stringify(rows)])
    }
    await client.query(`
      SELECT setval(pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name), 1000000)
      FROM information_schema.columns WHERE table_schema = 'yimen' AND is_identity = 'YES'`)
  } finally {
    await client.end()
  }
}

/** Folders that hold the migrations of then and no others. */
function earlierSets({ tables }: OfficeDump, folder: string): typeof migrationSets {
  const had = new Set((tables['schema_migrations'] ?? []).map(({ owner, name }) => `${String(owner)}/${String(name)}`))
  rmSync(folder, { recursive: true, force: true })
  return migrationSets.map(({ owner, folder: from }) => {
    const to = join(folder, owner)
    mkdirSync(to, { recursive: true })
    cpSync(from, to, { recursive: true, filter: (path) => path === from || had.has(`${owner}/${path.slice(from.length + 1)}`) })
    return { owner, folder: to }
  })
}
