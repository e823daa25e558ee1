import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { applicationRole } from './pool.ts'

/** The SQL files of the kernel or of one module, in the order in which they run. */
export interface MigrationSet {
  readonly owner: string
  readonly folder: string
}

interface Migration {
  readonly owner: string
  readonly name: string
  readonly sql: string
  readonly checksum: string
  /** `CREATE OR REPLACE FUNCTION`: runs again when its file changed. */
  readonly replaces: boolean
}

/**
 * Lists the `0001-….sql` files of each set and, after them, its `functions/….sql`; the order of sets is the dependency order of the modules.
 * A function stands once, as it is now: a migration that changes it need not repeat it.
 */
export function readMigrations(sets: readonly MigrationSet[]): readonly Migration[] {
  return sets.flatMap(({ owner, folder }) =>
    [...namesIn(folder, /^\d{4}-[a-z0-9-]+\.sql$/), ...namesIn(join(folder, 'functions'), /^[a-z0-9-]+\.sql$/).map((name) => `functions/${name}`)].map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { owner, name, sql, checksum: createHash('sha256').update(sql).digest('hex'), replaces: name.startsWith('functions/') }
    }),
  )
}

function namesIn(folder: string, pattern: RegExp): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => pattern.test(file)).toSorted() : []
}

/**
 * Brings the schema of one city to the newest state, as the owner, forward only, each file in its own transaction and
 * all under one advisory lock. A numbered file that was changed after it ran stops the start. Returns the names that ran.
 */
export async function migrate(url: string, schema: string, sets: readonly MigrationSet[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`yimen:${schema}`])
    await prepare(client, schema)
    const done = await applied(client)
    const ran: string[] = []
    for (const migration of readMigrations(sets)) {
      const id = `${migration.owner}/${migration.name}`
      const checksum = done.get(id)
      if (checksum === migration.checksum) continue
      if (checksum !== undefined && !migration.replaces) throw new Error(`Migration ${id} was changed after it ran; write a new one instead`)
      await apply(client, migration)
      ran.push(id)
    }
    return ran
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client, schema: string): Promise<void> {
  await client.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${applicationRole}') THEN CREATE ROLE ${applicationRole} NOLOGIN; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
    GRANT ${applicationRole} TO CURRENT_USER;
    CREATE SCHEMA IF NOT EXISTS ${schema};
    GRANT USAGE ON SCHEMA ${schema} TO ${applicationRole};
    CREATE TABLE IF NOT EXISTS schema_migrations (
      owner text NOT NULL, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (owner, name)
    );
    COMMENT ON TABLE schema_migrations IS 'which migration files ran, with their SHA-256';
    GRANT SELECT ON schema_migrations TO ${applicationRole};`)
}

async function applied(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; checksum: string }>(`SELECT owner || '/' || name AS id, checksum FROM schema_migrations`)
  return new Map(rows.map((row) => [row.id, row.checksum]))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await client.query('INSERT INTO schema_migrations (owner, name, checksum) VALUES ($1, $2, $3) ON CONFLICT (owner, name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()', [migration.owner, migration.name, migration.checksum])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.owner}/${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
