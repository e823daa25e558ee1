import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { refusalOfDatabase } from '#kernel/http/problem.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { statementsOf } from '#test/harness/count-statements.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { later, openDatabase } from './pool.ts'
import { inTransaction } from './transaction.ts'

const office = await openTestOffice({ with: 'empty' })
const { db } = office.database
after(() => office.close())

const number = (prefix: string, last: number) => sql`INSERT INTO number_sequences (prefix, last) VALUES (${prefix}, ${last})`
const lastOf = async (prefix: string): Promise<number | undefined> =>
  (await sql<{ last: number }>`SELECT last FROM number_sequences WHERE prefix = ${prefix}`.execute(db)).rows[0]?.last

test('what is written later is there for the next reading of the same command, in the order of writing', async () => {
  await db.transaction().execute(async (tx) => {
    await later(tx, number('甲', 1))
    await later(tx, sql`UPDATE number_sequences SET last = last * 10 WHERE prefix = '甲'`)
    await later(tx, sql`UPDATE number_sequences SET last = last + 1 WHERE prefix = '甲'`)
    const { rows } = await sql<{ last: number }>`SELECT last FROM number_sequences WHERE prefix = '甲'`.execute(tx)
    assert.equal(rows[0]?.last, 11)
  })
  assert.equal(await lastOf('甲'), 11)
})

test('what is written later and never read stands after commit', async () => {
  await db.transaction().execute((tx) => later(tx, number('乙', 2)))
  assert.equal(await lastOf('乙'), 2)
})

test('outside a transaction nothing waits', async () => {
  await later(db, number('丙', 3))
  assert.equal(await lastOf('丙'), 3)
})

test('a write that fails at commit undoes the whole command and says which one it was', async () => {
  const act = db.transaction().execute(async (tx) => {
    await later(tx, number('丁', 4))
    await later(tx, number('丁', 5))
    await later(tx, number('戊', 6))
  })
  await assert.rejects(act, { code: '23505', constraint: 'number_sequences_pkey' })
  assert.equal(await lastOf('丁'), undefined)
  assert.equal(await lastOf('戊'), undefined)
})

test('a write that fails is told at the next reading, and the connection is whole afterwards', async () => {
  const act = db.transaction().execute(async (tx) => {
    await later(tx, number('己', 1))
    await later(tx, number('己', 1))
    await sql`SELECT 1`.execute(tx)
  })
  await assert.rejects(act, { code: '23505' })
  for (let call = 0; call < 10; call++) await db.transaction().execute((tx) => sql`SELECT 1`.execute(tx))
  assert.equal(await lastOf('己'), undefined)
})

test('a command that is refused before its first statement does not trouble the database', async () => {
  const statements = await statementsOf(() => assert.rejects(db.transaction().execute(async () => Promise.reject(new Error('refused'))), /refused/))
  assert.deepEqual(statements, [])
  await assert.rejects(db.transaction().execute(async (tx) => {
    await later(tx, number('庚', 7))
    throw new Error('refused')
  }), /refused/)
  assert.equal(await lastOf('庚'), undefined)
})

test('a statement that comes again is prepared; when a migration gives its table another shape, one call is told to try again and the next works', async () => {
  const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: false })
  const one = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: true })
  const read = () => sql<Record<string, unknown>>`SELECT * FROM number_sequences WHERE prefix = ${'甲'}`.execute(one.db)
  try {
    await read()
    await read()
    const { rows } = await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(one.db)
    assert.ok(rows.some(({ statement }) => statement.startsWith('SELECT * FROM number_sequences')))
    await sql`ALTER TABLE number_sequences ADD COLUMN remark text`.execute(owner.db)
    await assert.rejects(read(), (error) => refusalOfDatabase(error)?.code === 'contract.try-again')
    assert.ok('remark' in ((await read()).rows[0] ?? {}))
  } finally {
    await sql`ALTER TABLE number_sequences DROP COLUMN IF EXISTS remark`.execute(owner.db)
    await Promise.all([owner.close(), one.close()])
  }
})

test('a statement that comes again is prepared also after hundreds that came once', async () => {
  const one = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: true })
  try {
    for (let each = 0; each < 400; each++) await sql.raw(`SELECT ${each} AS once`).execute(one.db)
    for (let call = 0; call < 2; call++) await sql.raw('SELECT 1 AS often').execute(one.db)
    const { rows } = await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(one.db)
    assert.deepEqual(rows.filter(({ statement }) => / AS (once|often)$/.test(statement)).map(({ statement }) => statement), ['SELECT 1 AS often'])
  } finally {
    await one.close()
  }
})

test('a statement behind one that failed is told to nobody, and both are sent anew the next time', async () => {
  const one = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: true })
  const act = (prefix: string): Promise<number | undefined> =>
    inTransaction(one.db, async (tx) => {
      await later(tx, sql`INSERT INTO number_sequences (prefix, last) VALUES (${prefix}, 7)`)
      return (await sql<{ last: number }>`SELECT last FROM number_sequences WHERE prefix = ${prefix} AND last = 7`.execute(tx)).rows[0]?.last
    })
  try {
    assert.equal(await act('辛'), 7)
    for (let call = 0; call < 3; call++) await assert.rejects(act('辛'), { code: '23505', constraint: 'number_sequences_pkey' })
    assert.equal(await act('壬'), 7)
    assert.equal(await act('癸'), 7)
  } finally {
    await one.close()
  }
})

test('a value that cannot be written is refused before anything is sent', async () => {
  const circle: { itself?: unknown } = {}
  circle.itself = circle
  const act = inTransaction(db, async (tx) => {
    await later(tx, number('circle', 1))
    await sql`SELECT ${circle}::jsonb`.execute(tx)
  })
  await assert.rejects(act, /circular/)
  assert.equal(await lastOf('circle'), undefined)
  assert.equal(await lastOf('乙'), 2)
})

test('what is written beside a value that cannot be written is undone with it', async () => {
  const circle: { itself?: unknown } = {}
  circle.itself = circle
  const act = inTransaction(db, (tx) => sideBySide([sql`SELECT ${circle}::jsonb`.execute(tx), number('beside', 1).execute(tx)]))
  await assert.rejects(act, /circular/)
  assert.equal(await lastOf('beside'), undefined)
})

test('an instant far beyond every calendar is asked for and found nowhere', async () => {
  const { rows } = await sql<{ later: boolean; earlier: boolean }>`SELECT now() < ${new Date('+033658-01-01T00:00:00Z')}::timestamptz AS later, now() > ${new Date('0000-06-01T00:00:00Z')}::timestamptz AS earlier`.execute(db)
  assert.deepEqual(rows, [{ later: true, earlier: true }])
})

test('an instant is written as the instant that it is, whatever the time zone of the machine', async () => {
  const at = new Date('2026-09-07T01:02:03.456Z')
  const { rows } = await sql<{ at: Date; text: string }>`SELECT ${at}::timestamptz AS at, to_char(${at}::timestamptz AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS.MS') AS text`.execute(db)
  assert.deepEqual(rows, [{ at, text: '09:02:03.456' }])
})

test('one template asks with one text, whatever its values; a part put into it is part of the text', async () => {
  const ask = (prefix: string) => sql`SELECT last FROM number_sequences WHERE prefix = ${prefix}`.compile(db)
  assert.deepEqual([ask('甲').sql, ask('甲').parameters], [ask('乙').sql, ['甲']])
  assert.deepEqual(ask('乙').parameters, ['乙'])
  const ordered = (by: string) => sql`SELECT last FROM number_sequences ORDER BY ${sql.ref(by)} LIMIT ${1}`.compile(db)
  assert.equal(ordered('last').sql, 'SELECT last FROM number_sequences ORDER BY "last" LIMIT $1')
  assert.equal(ordered('prefix').sql, 'SELECT last FROM number_sequences ORDER BY "prefix" LIMIT $1')
})
