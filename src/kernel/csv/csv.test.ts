import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv, writeCsv } from './csv.ts'

test('whatever is written as CSV reads back the same', () => {
  const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(fc.string({ unit: 'grapheme' }).map((value) => value.replace(/^\uFEFF/, '')), { minLength: width, maxLength: width })))
  fc.assert(fc.property(table, (rows) => assert.deepEqual(readCsv(writeCsv(rows)), rows)))
})

test('line ends of every system and a missing last one are read', () => {
  for (const content of ['a,b\r\n1,2\r\n', 'a,b\n1,2\n', 'a,b\r1,2', 'a,b\n1,2']) assert.deepEqual(readCsv(content), [['a', 'b'], ['1', '2']])
  assert.deepEqual(readCsv('a,\n'), [['a', '']])
  assert.deepEqual(readCsv('a,'), [['a', '']])
})

test('a quote that is not closed, or stands within a plain cell, is not read', () => {
  assert.equal(readCsv('"a,b'), undefined)
  assert.equal(readCsv('a"b,c'), undefined)
})

test('a cell of twenty million signs, or of ten million quotes, is a cell', () => {
  assert.equal(readCsv(`"${'x'.repeat(20_000_000)}"`)?.[0]?.[0]?.length, 20_000_000)
  assert.equal(readCsv(`"${'""'.repeat(10_000_000)}"`)?.[0]?.[0]?.length, 10_000_000)
})
