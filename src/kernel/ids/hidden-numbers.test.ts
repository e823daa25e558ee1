import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutNumbers } from './hidden-numbers.ts'

test('telephone and identity numbers are hidden however they are written, and short numbers stay', () => {
  for (const number of ['13800009001', '138 0000 9001', '138-0000-9001', '020-36886868', '11010519491231002X', '440114 19900101 001x']) assert.equal(withoutNumbers(`请联系${number}，谢谢`), '请联系****，谢谢', number)
  for (const plain of ['迎宾大道120号3栋502', '12345', '2026年9月7日', '']) assert.equal(withoutNumbers(plain), plain)
})
