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
 * A handle for the readings of one call: those that are asked for side by side (`sideBySide`) share a connection and travel in one burst.
 * Between bursts it holds none, so that whoever works on a password or a picture meanwhile keeps nobody waiting. Each statement sees what
 * was committed when it began.
 */
export function readingTogether(db: Db): Db {
  let burst: { readonly connection: Promise<DatabaseConnection>; readonly end: () => void; users: number } | undefined
  const begin = (): NonNullable<typeof burst> => {
    const arrived = Promise.withResolvers<DatabaseConnection>()
    const ended = Promise.withResolvers<void>()
    const whole = db.getExecutor().provideConnection((connection) => {
      arrived.resolve(connection)
      return ended.promise
    })
    whole.catch(arrived.reject)
    return { connection: arrived.promise, end: ended.resolve, users: 0 }
  }
  const executor = db.getExecutor().withConnectionProvider({
    async provideConnection(consumer) {
      const own = (burst ??= begin())
      own.users += 1
      try {
        return await consumer(await own.connection)
      } finally {
        own.users -= 1
        if (own.users === 0) {
          burst = undefined
          own.end()
        }
      }
    },
  })
  return rememberIn(new Kysely<unknown>({ config: { dialect }, dialect, driver, executor }))
}
