import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTables } from '../../scripts/reports/database.ts'

const tables = await readTables()

test('every table says what it holds, and the application was given its rights by name', () => {
  assert.ok(tables.length > 20)
  assert.deepEqual(tables.filter(({ comment }) => comment === null).map(({ name }) => name), [])
  assert.deepEqual(tables.filter(({ grants }) => !grants.includes('SELECT')).map(({ name }) => name), [])
})

test('a table whose comment calls it insert-only can be neither changed nor emptied by the application', () => {
  const insertOnly = tables.filter(({ comment }) => /\binsert-only\b/.test(comment ?? ''))
  assert.ok(insertOnly.some(({ name }) => name === 'matter_events'))
  for (const { name, grants } of insertOnly) assert.deepEqual(grants, ['INSERT', 'SELECT'], name)
})

test('no table may be emptied as a whole by the application', () => {
  assert.deepEqual(tables.filter(({ grants }) => grants.includes('TRUNCATE')).map(({ name }) => name), [])
})
