import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spread, stated } from './spread.ts'

test('numbers that are all taken lie exactly evenly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (total) => {
      const taken = Array.from({ length: total }, (_, n) => Math.round(spread(n, total) * total)).toSorted((a, b) => a - b)
      assert.deepEqual(taken, Array.from({ length: total }, (_, n) => n))
    }),
  )
})

test('H-12 of 26,169 orders each kind gets exactly the number that the report states', () => {
  const kinds = { consult: 1_227, complaint: 8_583, report: 8_743, suggestion: 772, help: 3_959, other: 2_885 }
  const counted: Record<string, number> = {}
  for (let n = 0; n < 26_169; n += 1) {
    const kind = stated(kinds, n, 26_169)
    counted[kind] = (counted[kind] ?? 0) + 1
  }
  assert.deepEqual(counted, kinds)
})

test('of a part of the orders each kind has its share, give or take a few', () => {
  const kinds = { most: 75, few: 25 }
  const few = Array.from({ length: 100 }, (_, n) => stated(kinds, n, 1_000)).filter((kind) => kind === 'few').length
  assert.ok(Math.abs(few - 25) <= 2)
})
