import process from 'node:process'
import { CompiledQuery, type DatabaseConnection, type Driver, PostgresDialect, type QueryCompiler, type QueryResult, type TransactionSettings } from 'kysely'
import type pg from 'pg'
import { sendBurst, type Statement, type StatementAnswer, wireValues } from './burst.ts'
import type { Patience } from './patience.ts'
import { RememberingCompiler } from './statement-texts.ts'

// One process waits for PostgreSQL as seldom as it can: what has no answer to wait for travels with the next statement that
// has one (the protocol's pipelining), and statements that come again and again are parsed and planned once a connection.

const deferred = Symbol('deferred')

interface DeferredQuery extends CompiledQuery {
  readonly [deferred]?: true
}

/** Marks a statement whose result nobody reads: within a transaction it is sent together with the next one, in order. */
export function asDeferred(query: CompiledQuery): CompiledQuery {
  return { ...query, [deferred]: true } as DeferredQuery
}

/** Kysely over `pg`, whose pool must be opened with `pipeline: true`. */
export class PipelinedDialect extends PostgresDialect {
  readonly #pool: pg.Pool
  readonly #patience: Patience

  constructor(pool: pg.Pool, patience: Patience) {
    super({ pool })
    this.#pool = pool
    this.#patience = patience
  }

  override createDriver(): Driver {
    return new PipelinedDriver(this.#pool, this.#patience)
  }

  override createQueryCompiler(): QueryCompiler {
    return new RememberingCompiler()
  }
}

class PipelinedDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #patience: Patience

  constructor(pool: pg.Pool, patience: Patience) {
    this.#pool = pool
    this.#patience = patience
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PipelinedConnection> {
    return new PipelinedConnection(await this.#patience.connect(this.#pool))
  }

  async beginTransaction(connection: PipelinedConnection, settings: TransactionSettings): Promise<void> {
    const modes = [settings.isolationLevel && `isolation level ${settings.isolationLevel}`, settings.accessMode].filter(Boolean).join(' ')
    connection.begin(modes === '' ? 'begin' : `start transaction ${modes}`)
  }

  commitTransaction(connection: PipelinedConnection): Promise<void> {
    return connection.end('commit')
  }

  rollbackTransaction(connection: PipelinedConnection): Promise<void> {
    return connection.end('rollback')
  }

  async releaseConnection(connection: PipelinedConnection): Promise<void> {
    connection.release()
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}

/** One connection for one transaction, or for one statement outside of any. */
export class PipelinedConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  /** What travels with the next statement. */
  #waiting: Statement[] = []
  #inTransaction = false
  /** Whether the transaction's first statement was sent. */
  #begun = false
  #discard = false
  /** Whoever still holds it after its release would write into the transaction of somebody else. */
  #released = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#released) throw new Error('the connection was given back: something went on behind the end of its transaction')
    if (this.#inTransaction && (query as DeferredQuery)[deferred]) {
      this.#waiting.push(statementOf(query, false))
      return { rows: [] }
    }
    const { command, affected, rows } = await this.#send(query)
    return { rows: rows as unknown as R[], ...(writes.has(command) && affected !== undefined && { numAffectedRows: BigInt(affected) }) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('a pipelined connection does not stream: read by keyset pages')
  }

  /** The transaction begins with its first statement: one that never sends any costs nothing. */
  begin(statement: string): void {
    this.#inTransaction = true
    this.#begun = false
    this.#waiting = [statementOf(CompiledQuery.raw(statement), false)]
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const empty = !this.#begun && (how === 'rollback' || this.#waiting.length === 1)
    if (empty || how === 'rollback') this.#waiting = []
    this.#inTransaction = false
    if (empty) return
    try {
      const { command } = await this.#send(CompiledQuery.raw(how))
      if (how === 'commit' && command !== 'COMMIT') throw new Error('the transaction was rolled back where it ought to commit')
    } catch (error) {
      if (how === 'rollback') this.#discard = true
      throw error
    }
  }

  release(): void {
    this.#released = true
    this.#client.release(this.#discard)
  }

  /** Sends what waits and this statement in one burst; the first that fails is the one to tell of, for it spoils those after it. */
  async #send(query: CompiledQuery): Promise<StatementAnswer> {
    // What cannot be written fails here, before what waits, with the beginning of the transaction, is taken from its place.
    const burst = [...this.#waiting, statementOf(query, true)]
    this.#waiting = []
    this.#begun = true
    const { stream } = (this.#client as unknown as { readonly connection: { readonly stream: { cork(): void; uncork(): void } } }).connection
    // What other readings of this moment send on the connection goes in the same write.
    stream.cork()
    process.nextTick(() => stream.uncork())
    try {
      return await sendBurst(this.#client, burst)
    } catch (error) {
      if (spoilt.has(String((error as { readonly code?: string }).code))) this.#discard = true
      throw error
    }
  }
}

function statementOf({ sql, parameters }: CompiledQuery, read: boolean): Statement {
  return { text: sql, values: wireValues(parameters), repeated: cameBefore(sql), read }
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/**
 * After these a connection is of no use any more. feature_not_supported: a prepared statement whose table got another shape since (a
 * migration of the next release). invalid_sql_statement_name: one was prepared in a burst that failed. read_only_sql_transaction: a balancer took a standby for the primary, or the primary became one.
 */
const spoilt: ReadonlySet<string> = new Set(['0A000', '25006', '26000'])

/** Statements written anew for each call, such as lists of any length, must not fill the memory of the connections. */
const mostPrepared = 300
/** Whether each came a second time. */
const seen = new Map<string, boolean>()

/** Whether a statement came before: from the second time on it is prepared. What came only once makes place for what comes next. */
function cameBefore(text: string): boolean {
  if (seen.has(text)) {
    seen.set(text, true)
    return true
  }
  if (seen.size >= mostPrepared) forgetOneSeenOnce()
  if (seen.size < mostPrepared) seen.set(text, false)
  return false
}

function forgetOneSeenOnce(): void {
  for (const [text, again] of seen) {
    if (again) continue
    seen.delete(text)
    return
  }
}
