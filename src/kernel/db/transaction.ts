import { type DatabaseConnection, Kysely, PostgresDialect, Transaction } from 'kysely'
import { PipelinedConnection } from './driver.ts'
import { rememberIn } from './once-in.ts'
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
    const tx = rememberIn(new Transaction<unknown>({ config: { dialect }, dialect, driver, executor }))
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

/**
 * Runs readings on one connection, which is taken with the first of them: statements that are asked for side by side (`sideBySide`)
 * travel in one burst. Each statement sees what was committed when it began; whoever never reads takes no connection.
 */
export async function onOneConnection<T>(db: Db, run: (one: Db) => Promise<T>): Promise<T> {
  const ended = Promise.withResolvers<void>()
  let taken: { readonly connection: Promise<DatabaseConnection>; readonly givenBack: Promise<void> } | undefined
  const take = (): Promise<DatabaseConnection> => {
    if (taken === undefined) {
      const arrived = Promise.withResolvers<DatabaseConnection>()
      const givenBack = db.getExecutor().provideConnection((connection) => {
        arrived.resolve(connection)
        return ended.promise
      })
      givenBack.catch(arrived.reject)
      taken = { connection: arrived.promise, givenBack }
    }
    return taken.connection
  }
  const executor = db.getExecutor().withConnectionProvider({ provideConnection: async (consumer) => consumer(await take()) })
  try {
    return await run(rememberIn(new Kysely<unknown>({ config: { dialect }, dialect, driver, executor })))
  } finally {
    ended.resolve()
    await taken?.givenBack.catch(() => undefined)
  }
}
