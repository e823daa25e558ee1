import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnstorable } from './storable.ts'

test('a text with NUL or half a character is pointed out where it stands, also among names and in lists', () => {
  assert.deepEqual(findUnstorable({ name: '张\0三' }), [{ pointer: '/name', code: 'text_not_storable' }])
  assert.deepEqual(findUnstorable({ rows: [{ 'a/b': 'fine' }, { 'a/b': '\ud800' }] }), [{ pointer: '/rows/1/a~1b', code: 'text_not_storable' }])
  assert.deepEqual(findUnstorable({ form: { 'x\0': 1 } }), [{ pointer: '/form', code: 'text_not_storable' }])
})

test('ordinary texts, whole emoji, line breaks and the bytes of a file pass', () => {
  assert.deepEqual(findUnstorable({ name: '𠮷野家\n👩‍🌾', n: 1, none: null, bytes: new Uint8Array([0, 0]) }), [])
})

test('64 levels pass, one more does not, and ten thousand do not exhaust the stack', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)
  assert.deepEqual(findUnstorable(nested(64)), [])
  assert.deepEqual(findUnstorable(nested(65)).map(({ code }) => code), ['nested_too_deep'])
  assert.deepEqual(findUnstorable(nested(10_000)).map(({ code }) => code), ['nested_too_deep'])
})

test('however many texts are wrong, at most twenty are listed', () => {
  assert.equal(findUnstorable(Array.from({ length: 1000 }, () => '\0')).length, 20)
})
