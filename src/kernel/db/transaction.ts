import { PostgresDialect, Transaction } from 'kysely'
import { PipelinedConnection } from './driver.ts'
import type { Db } from './pool.ts'

const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction opens no connection')) })
const driver = dialect.createDriver()

/**
 * Runs a command in one transaction. Unlike Kysely's own, which lets one statement wait for the answer of another, statements that are
 * asked for side by side (`sideBySide`) travel in one burst.
 */
export function inTransaction<T>(db: Db, run: (tx: Db) => Promise<T>): Promise<T> {
  return db.getExecutor().provideConnection(async (connection) => {
    if (!(connection instanceof PipelinedConnection)) throw new Error('the database was not opened by openDatabase')
    const executor = db.getExecutor().withConnectionProvider({ provideConnection: (consumer) => consumer(connection) })
    const tx = new Transaction<unknown>({ config: { dialect }, dialect, driver, executor })
    connection.begin('begin')
    let result: T
    try {
      result = await run(tx)
      await connection.end('commit')
    } catch (error) {
      await connection.end('rollback').catch(() => undefined)
      throw error
    }
    return result
  })
}
