import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { encodeGb18030 } from './gb18030.ts'

const read = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes)

test('what is written in GB 18030 reads back the same, rare signs and pictures too', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(read(encodeGb18030(text)), text)))
  for (const text of ['井盖', '㑇𠮷龘', 'é', '🏮', '、。“”', '\r\n\t']) assert.equal(read(encodeGb18030(text)), text)
})

test('common signs have the two bytes that every old program knows', () => {
  assert.deepEqual([...encodeGb18030('啊a')], [0xb0, 0xa1, 0x61])
})

test('half a sign becomes the sign for what cannot be shown', () => {
  assert.equal(read(encodeGb18030('a\uD800b')), 'a\uFFFDb')
})
