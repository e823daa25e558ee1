import assert from 'node:assert/strict'
import { createDecipheriv, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { open, seal } from './sealed-box.ts'
import { hmacSm3 } from './sm3.ts'

const key = Buffer.alloc(32, 9)
const doesNotOpen = /does not open/

test('whatever is sealed opens again with the same key and the same associated data', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (plaintext, associated) => {
      const box = seal(key, plaintext, associated)
      assert.equal(box.length, plaintext.length + 49)
      assert.deepEqual(open(key, box, associated), Buffer.from(plaintext))
    }),
  )
})

test('a box with any bit changed does not open', () => {
  const box = seal(key, '11010519491231002X', 'subjects.citizen-id/42')
  for (let bit = 0; bit < box.length * 8; bit += 1) {
    const changed = Buffer.from(box)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    assert.throws(() => open(key, changed, 'subjects.citizen-id/42'), doesNotOpen)
  }
})

test('a box that was shortened, lengthened or emptied does not open', () => {
  const box = seal(key, 'text', '')
  for (const changed of [box.subarray(0, -1), box.subarray(1), Buffer.concat([box, Buffer.alloc(1)]), Buffer.alloc(0), Buffer.alloc(48)]) {
    assert.throws(() => open(key, changed, ''), doesNotOpen)
  }
})

test('a box copied to another place, or opened with another key, stays closed', () => {
  const box = seal(key, 'text', 'row/1')
  assert.throws(() => open(key, box, 'row/2'), doesNotOpen)
  assert.throws(() => open(randomBytes(32), box, 'row/1'), doesNotOpen)
  assert.throws(() => open(randomBytes(16), box, 'row/1'), RangeError)
})

test('the same text sealed twice gives boxes that do not resemble each other', () => {
  assert.notDeepEqual(seal(key, 'text', '').subarray(1, 21), seal(key, 'text', '').subarray(1, 21))
})

test('the format is version, IV, SM4-CTR text, HMAC-SM3 tag, so that another program can read it', () => {
  const box = seal(key, 'text', 'aad')
  const cipherKey = hmacSm3(key, 'yimen/sealed-box/1/encryption').subarray(0, 16)
  const text = createDecipheriv('sm4-ctr', cipherKey, box.subarray(1, 17)).update(box.subarray(17, -32))
  const bound = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 3]), Buffer.from('aad'), box.subarray(0, -32)])
  assert.equal(box[0], 1)
  assert.equal(text.toString(), 'text')
  assert.deepEqual(box.subarray(-32), hmacSm3(hmacSm3(key, 'yimen/sealed-box/1/authentication'), bound))
})
