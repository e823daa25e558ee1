import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { openTestOffice, scratchFolder } from '#test/harness/office.ts'
import { migrate } from './migrate.ts'

const office = await openTestOffice({ with: 'empty' })
const folder = scratchFolder()
const client = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=trial' })
await client.connect()
after(async () => {
  await client.end()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const bring = () => migrate(office.ownerUrl, 'trial', [{ owner: 'trial', folder }])
const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql)
const answer = (number: number): string => `CREATE OR REPLACE FUNCTION answer() RETURNS int LANGUAGE sql AS $$ SELECT ${number} + count(*)::int FROM things $$;`
mkdirSync(join(folder, 'functions'))
write('0001-things.sql', 'CREATE TABLE things (id int);')
write('functions/answer.sql', answer(40))

test('numbered files run once in their order, and the functions of the same module after them', async () => {
  assert.deepEqual(await bring(), ['trial/0001-things.sql', 'trial/functions/answer.sql'])
  assert.deepEqual(await bring(), [])
})

test('a function is replaced when its file changed, and only then', async () => {
  write('functions/answer.sql', answer(42))
  assert.deepEqual(await bring(), ['trial/functions/answer.sql'])
  assert.deepEqual((await client.query('SELECT answer()')).rows, [{ answer: 42 }])
  assert.deepEqual(await bring(), [])
})

test('a numbered file that was changed after it ran stops the start', async () => {
  write('0001-things.sql', 'CREATE TABLE things (id bigint);')
  await assert.rejects(bring(), /trial\/0001-things\.sql was changed after it ran/)
})
