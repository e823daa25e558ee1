import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { sentBy } from '#test/harness/count-statements.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { onceIn } from './once-in.ts'
import { type Db, later } from './pool.ts'
import { inTransaction, readingTogether } from './transaction.ts'

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

test('readings of a query side by side travel in one burst on one connection, and the same thing is read once', async () => {
  const backend = async (on: Db): Promise<number | undefined> => (await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(on)).rows[0]?.pid
  const { trips, statements } = await sentBy(async () => {
    const one = readingTogether(db)
    const [first, second] = await sideBySide([backend(one), backend(one)])
    assert.equal(first, second)
    await onceIn(one, 'backend', () => backend(one))
    await onceIn(one, 'backend', () => backend(one))
  })
  assert.equal(statements.length, 3)
  assert.equal(trips, 2)
})

test('a query holds no connection while it reads nothing, also after a reading that failed', async () => {
  const { pool } = office.database
  const held = (): number => pool.totalCount - pool.idleCount
  const one = readingTogether(db)
  assert.equal(held(), 0)
  const reading = sql`SELECT 1`.execute(one)
  await sql`SELECT 1`.execute(one)
  await reading
  assert.equal(held(), 0)
  await assert.rejects(sideBySide([sql`SELECT 1 / 0`.execute(one), sql`SELECT 1`.execute(one)]), { code: '22012' })
  assert.equal(held(), 0)
  assert.deepEqual((await sql<{ one: number }>`SELECT 1 AS one`.execute(one)).rows, [{ one: 1 }])
})
