import { type CompiledQuery, Kysely } from 'kysely'
import pg from 'pg'
import { asDeferred, PipelinedDialect } from './driver.ts'
import { followingPrimary, hostsOf } from './hosts.ts'
import { Patience } from './patience.ts'

/**
 * A connection or a transaction whose tables are not known yet. A store names its own tables with `tables<CasesTables>(db)`;
 * another module's tables do not exist for it.
 */
export type Db = Kysely<unknown>

/** Gives a connection the tables of one module. */
export function tables<T>(db: Db): Kysely<T> {
  return db as unknown as Kysely<T>
}

/**
 * Writes without waiting: within a transaction the statement is sent with the next one that somebody waits for, at the latest
 * with COMMIT, in the order of the calls, so that what is read afterwards sees it. A failure comes out there. For statements
 * whose rows and counts nobody reads.
 */
export async function later(db: Db, statement: { compile(db: Db): CompiledQuery }): Promise<void> {
  await db.executeQuery(asDeferred(statement.compile(db)))
}

export const applicationRole = 'yimen_app'

export interface Database {
  readonly db: Db
  readonly schema: string
  /** The raw pool, for the job runner and for COPY. */
  readonly pool: pg.Pool
  /** How many callers wait for a connection. */
  readonly waiting: () => number
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly schema: string
  readonly poolSize?: number
  /** Take the restricted application role after connecting; the owner is for migrations only. */
  readonly asApplication: boolean
  /** For work that no caller waits for, such as checking the whole ledger: locks, statements and transactions may take any time. */
  readonly patient?: boolean
  /** A commit does not wait for the disk: the last moments before a crash may be lost, never something from before them. For what can be lived again. */
  readonly lazyCommits?: boolean
  /** How long a caller waits for a database that takes no connections; unless told otherwise it is told at once. */
  readonly waitMs?: number
  readonly onError?: (error: Error) => void
}

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint out of range: ${text}`)
  return value
})

/**
 * Nobody at a window waits longer. Without these bounds a transaction that hangs, or one slow statement, would hold its
 * connection and its locks until the pool is used up; the call that waits is answered 503 instead.
 */
const bounds = ['lock_timeout=10s', 'statement_timeout=60s', 'idle_in_transaction_session_timeout=60s']

/** Opens a pool. Unqualified table names mean the schema of this city; days come back as `YYYY-MM-DD`, instants as Date, bigint as number. */
export function openDatabase(options: DatabaseOptions): Database {
  const settings = [`search_path=${options.schema}`, 'timezone=Asia/Shanghai', 'jit=off']
  if (options.asApplication) settings.push(`role=${applicationRole}`)
  if (options.patient !== true) settings.push(...bounds)
  if (options.lazyCommits === true) settings.push('synchronous_commit=off')
  const hosts = hostsOf(options.url)
  const pool = new pg.Pool({
    ...(hosts.length > 1 ? followingPrimary(hosts) : { connectionString: options.url }),
    max: options.poolSize ?? 10,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types,
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => options.onError?.(error))
  pool.on('connect', (client) => void client.on('error', (error) => options.onError?.(error)))
  const patience = new Patience(options.waitMs ?? 0)
  const db = new Kysely<unknown>({ dialect: new PipelinedDialect(pool, patience) })
  return { db, pool, schema: options.schema, waiting: () => pool.waitingCount + patience.waiting, close: () => db.destroy() }
}
