import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrationSets } from '#app'
import { createDatabaseIfMissing, dropDatabase } from '#kernel/db/create-database.ts'
import { readMigrations } from '#kernel/db/migrate.ts'
import { ensureTemplate, startTestServer } from '#test/harness/office.ts'

/** A table of the city's schema as the migrations leave it. */
export interface DatabaseTable {
  readonly name: string
  /** The module whose migration creates it, or `kernel`. */
  readonly owner: string
  readonly comment: string | null
  readonly columns: readonly DatabaseColumn[]
  /** Primary key, unique, foreign key, check and exclusion constraints as PostgreSQL writes them, by name. */
  readonly constraints: readonly string[]
  readonly indexes: readonly string[]
  /** What the application's user may do, in alphabetical order. */
  readonly grants: readonly string[]
}

export interface DatabaseColumn {
  readonly name: string
  /** As PostgreSQL writes it: `timestamp with time zone`, `text[]`. */
  readonly type: string
  readonly nullable: boolean
  readonly hasDefault: boolean
  /** The database alone gives the value: GENERATED ALWAYS. */
  readonly generatedAlways: boolean
  readonly comment: string | null
}

type Row = Omit<DatabaseTable, 'owner'>

/** Reads all tables from a database that only the migrations have touched, by name. */
export async function readTables(): Promise<readonly DatabaseTable[]> {
  const owners = ownersOfTables()
  const rows = await onMigratedDatabase(async (client) => (await client.query<Row>(tablesQuery)).rows)
  return rows.map((row) => ({ ...row, owner: owners.get(row.name) ?? 'kernel' }))
}

/** Which module's migration creates each table. The list of migrations itself, which no migration creates, is the kernel's. */
function ownersOfTables(): ReadonlyMap<string, string> {
  const created = readMigrations(migrationSets).flatMap(({ owner, sql }) =>
    [...sql.matchAll(/^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gim)].map(([, name = '']) => [name, owner] as const),
  )
  return new Map(created)
}

// A clone, because nobody can clone the template while somebody is connected to it.
async function onMigratedDatabase<T>(read: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await startTestServer()
  const administration = server.databaseUrl('postgres')
  const name = `report_${randomBytes(6).toString('hex')}`
  await createDatabaseIfMissing(administration, name, await ensureTemplate(server, 'empty'))
  const client = new pg.Client({ connectionString: server.databaseUrl(name), options: '-c search_path=yimen' })
  try {
    await client.connect()
    return await read(client)
  } finally {
    await client.end()
    await dropDatabase(administration, name)
  }
}

const tablesQuery = `
  SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
    (SELECT jsonb_agg(jsonb_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull, 'hasDefault', a.atthasdef OR a.attidentity <> '',
        'generatedAlways', a.attgenerated <> '' OR a.attidentity = 'a', 'comment', col_description(c.oid, a.attnum)) ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    coalesce((SELECT jsonb_agg(k.conname || ' ' || pg_get_constraintdef(k.oid) ORDER BY k.conname) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n'), '[]') AS constraints,
    coalesce((SELECT jsonb_agg(regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\w+) ON \\w+\\.\\w+ ', '\\2 \\1') ORDER BY n.relname)
      FROM pg_index i JOIN pg_class n ON n.oid = i.indexrelid
      WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)), '[]') AS indexes,
    coalesce((SELECT jsonb_agg(g.privilege_type ORDER BY g.privilege_type)
      FROM aclexplode(c.relacl) g JOIN pg_roles r ON r.oid = g.grantee WHERE r.rolname = 'yimen_app'), '[]') AS grants
  FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ORDER BY c.relname`
