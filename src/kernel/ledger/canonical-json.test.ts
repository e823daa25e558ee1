import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'

test('the example of RFC 8785 §3.2.2 comes out byte for byte', () => {
  const value = { numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false] }
  const text = '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
  assert.equal(canonicalJson(value), text)
})

test('members are sorted by UTF-16 code units as in RFC 8785 §3.2.3', () => {
  const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, 'ö': 7 }
  assert.equal(canonicalJson(value), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
})

test('the order in which members were written does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value)
      assert.equal(canonicalJson(reversed(value)), text)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('minus zero is written as zero', () => {
  assert.equal(canonicalJson([-0, 0]), '[0,0]')
})

test('what JSON would drop or distort is refused with its place', () => {
  const sparse: unknown[] = []
  sparse[1] = 1
  const values: readonly unknown[] = [undefined, Number.NaN, Infinity, 1n, Symbol('x'), () => 1, [undefined], sparse, { a: undefined }, new Date(0), new Map(), '\ud800', { '\udc00': 1 }]
  for (const value of values) assert.throws(() => canonicalJson({ detail: [value] }), (error: Error) => error instanceof TypeError && error.message.includes('/detail/0'))
})

test('a value that contains itself, or is nested without end, is refused', () => {
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  assert.throws(() => canonicalJson(loop), TypeError)
  assert.throws(() => canonicalJson(JSON.parse('['.repeat(5000) + ']'.repeat(5000))), TypeError)
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, reversed(member)]))
}
