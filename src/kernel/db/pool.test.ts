import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { refusalOfDatabase } from '#kernel/http/problem.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openDatabase } from './pool.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

const boundsOf = async (patient: boolean): Promise<readonly string[]> => {
  const database = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: true, patient })
  try {
    const { rows } = await sql<{ setting: string }>`
      SELECT current_setting(name) AS setting FROM unnest(ARRAY['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout']) name`.execute(database.db)
    return rows.map(({ setting }) => setting)
  } finally {
    await database.close()
  }
}

test('waiting for a lock, a statement and an idle transaction end by themselves, except in work that nobody waits for', async () => {
  assert.deepEqual(await boundsOf(false), ['10s', '1min', '1min'])
  assert.deepEqual(await boundsOf(true), ['0', '0', '0'])
})

test('who waits too long for a matter that somebody else holds is asked to try again', async () => {
  const { db } = office.database
  await db.transaction().execute(async (holder) => {
    await sql`LOCK TABLE number_sequences`.execute(holder)
    const waiting = db.transaction().execute(async (tx) => {
      await sql`SET LOCAL lock_timeout = '20ms'`.execute(tx)
      await sql`SELECT FROM number_sequences`.execute(tx)
    })
    await assert.rejects(waiting, (error) => refusalOfDatabase(error)?.code === 'contract.try-again')
  })
})
