import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hmacSm3, sm3, sm3Hex } from './sm3.ts'

test('SM3 gives the two digests printed in annex A of GB/T 32905-2016', () => {
  assert.equal(sm3Hex('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  assert.equal(sm3('abcd'.repeat(16)).toString('hex'), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('HMAC-SM3 follows the definition of RFC 2104, also for a key longer than a block', () => {
  const definition = (key: Buffer, message: string) => {
    const block = Buffer.concat([key.length > 64 ? sm3(key) : key, Buffer.alloc(64)]).subarray(0, 64)
    const inner = sm3(Buffer.concat([block.map((byte) => byte ^ 0x36), Buffer.from(message)]))
    return sm3(Buffer.concat([block.map((byte) => byte ^ 0x5c), inner]))
  }
  for (const length of [1, 32, 64, 65, 200]) {
    const key = Buffer.alloc(length, 7)
    assert.deepEqual(hmacSm3(key, '一门'), definition(key, '一门'))
  }
})
