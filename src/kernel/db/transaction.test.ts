import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { sentBy } from '#test/harness/count-statements.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { onceIn } from './once-in.ts'
import { type Db, later } from './pool.ts'
import { inTransaction, onOneConnection } from './transaction.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { db } = office.database
const numberOf = async (on: Db, prefix: string): Promise<number | undefined> =>
  (await sql<{ last: number }>`SELECT last FROM number_sequences WHERE prefix = ${prefix}`.execute(on)).rows[0]?.last

test('readings side by side see what was written before them and wait for the database once', async () => {
  const { trips } = await sentBy(() =>
    inTransaction(db, async (tx) => {
      await later(tx, sql`INSERT INTO number_sequences (prefix, last) VALUES ('beside', 7)`)
      assert.deepEqual(await sideBySide([numberOf(tx, 'beside'), numberOf(tx, 'nothing')]), [7, undefined])
    }),
  )
  assert.equal(trips, 2)
})

test('of readings side by side the one that failed is told of, not those behind it, and nothing is kept', async () => {
  const act = inTransaction(db, async (tx) => {
    await sql`INSERT INTO number_sequences (prefix, last) VALUES ('undone', 1)`.execute(tx)
    await sideBySide([sql`SELECT 1 / 0`.execute(tx), numberOf(tx, 'undone')])
  })
  await assert.rejects(act, { code: '22012' })
  assert.equal(await numberOf(db, 'undone'), undefined)
})

test('what goes on behind the end of its transaction is refused, and writes into nobody else’s', async () => {
  let kept: Db | undefined
  await inTransaction(db, async (tx) => {
    kept = tx
  })
  assert.ok(kept)
  await assert.rejects(sql`INSERT INTO number_sequences (prefix, last) VALUES ('late', 1)`.execute(kept), /given back/)
  assert.equal(await numberOf(db, 'late'), undefined)
})

test('readings of a query travel on one connection, those side by side in one burst, and the same thing is read once', async () => {
  const backend = async (on: Db): Promise<number | undefined> => (await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(on)).rows[0]?.pid
  const pids: (number | undefined)[] = []
  const { trips, statements } = await sentBy(() =>
    onOneConnection(db, async (one) => {
      pids.push(...(await sideBySide([backend(one), backend(one)])))
      pids.push(await onceIn(one, 'backend', () => backend(one)), await onceIn(one, 'backend', () => backend(one)))
    }),
  )
  assert.equal(new Set(pids).size, 1)
  assert.equal(statements.length, 3)
  assert.equal(trips, 2)
})

test('a query that reads nothing takes no connection, and one that fails gives its own back', async () => {
  const { pool } = office.database
  await onOneConnection(db, async () => {
    assert.equal(pool.totalCount - pool.idleCount, 0)
  })
  await assert.rejects(onOneConnection(db, (one) => sql`SELECT 1 / 0`.execute(one)), { code: '22012' })
  assert.equal(pool.totalCount - pool.idleCount, 0)
})
