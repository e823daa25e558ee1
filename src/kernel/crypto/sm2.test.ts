import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { publicPoint, signDigest } from './sm2-curve.ts'
import { newSm2KeyPair, signSm2, sm2KeyPair, verifySm2 } from './sm2.ts'
import { sm2PrivateKeyFromPem, sm2PrivateKeyToPem, sm2PublicKeyFromPem, sm2PublicKeyToPem, sm2SignatureFromDer, sm2SignatureToDer } from './sm2-encoding.ts'

// GM/T 0003.5-2012 annex A.2: the worked example on sm2p256v1, message "message digest".
const example = {
  d: 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n,
  x: 0x09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020n,
  y: 0xccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13n,
  e: 0xf0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640n,
  k: 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n,
  r: 0xf5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3n,
  s: 0xb1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aan,
}
const bytes32 = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const exampleKeys = sm2KeyPair(bytes32(example.d))
const exampleSignature = Buffer.concat([bytes32(example.r), bytes32(example.s)])

test('the public key and the signature of GM/T 0003.5 come out to the last digit', () => {
  const { x, y } = publicPoint(example.d)
  assert.deepEqual({ x, y }, { x: example.x, y: example.y })
  assert.deepEqual(signDigest(example.e, example.d, example.k), { r: example.r, s: example.s })
})

test('the signature of GM/T 0003.5 verifies under the standard signer id', () => {
  assert.equal(verifySm2('message digest', exampleSignature, exampleKeys.publicKey), true)
})

test('a signature verifies for its own message and key and for no other', () => {
  const keys = newSm2KeyPair()
  const signature = signSm2('准予行政许可决定书', keys)
  assert.equal(verifySm2('准予行政许可决定书', signature, keys.publicKey), true)
  assert.equal(verifySm2('不予行政许可决定书', signature, keys.publicKey), false)
  assert.equal(verifySm2('准予行政许可决定书', signature, newSm2KeyPair().publicKey), false)
})

test('a signature with any bit flipped does not verify', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
      const changed = Buffer.from(exampleSignature)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      assert.equal(verifySm2('message digest', changed, exampleKeys.publicKey), false)
    }),
    { numRuns: 40 },
  )
})

test('malformed signatures and keys are answered with no, not with an exception', () => {
  const order = bytes32(0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n)
  for (const signature of [Buffer.alloc(0), Buffer.alloc(64), Buffer.alloc(64, 0xff), Buffer.concat([order, bytes32(1n)]), Buffer.alloc(10_000)]) {
    assert.equal(verifySm2('message digest', signature, exampleKeys.publicKey), false)
  }
  for (const key of [Buffer.alloc(0), Buffer.alloc(65), Buffer.alloc(65, 4), exampleKeys.publicKey.subarray(1)]) {
    assert.equal(verifySm2('message digest', exampleSignature, key), false)
  }
})

test('a private key of zero, of n minus one, or of the wrong length is refused', () => {
  const beforeOrder = bytes32(0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122n)
  for (const key of [Buffer.alloc(32), beforeOrder, Buffer.alloc(0), Buffer.alloc(31, 1), Buffer.alloc(33, 1)]) {
    assert.throws(() => sm2KeyPair(key), RangeError)
  }
})

test('keys come back from PEM unchanged', () => {
  const keys = newSm2KeyPair()
  assert.deepEqual(sm2PublicKeyFromPem(sm2PublicKeyToPem(keys.publicKey)), keys.publicKey)
  assert.deepEqual(sm2PrivateKeyFromPem(sm2PrivateKeyToPem(keys)), keys)
  assert.throws(() => sm2PublicKeyFromPem(sm2PrivateKeyToPem(keys)), RangeError)
  assert.throws(() => sm2PrivateKeyFromPem('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'), RangeError)
})

test('every 64-byte signature has one DER form, and no other bytes are read as one', () => {
  const integer = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const shortInteger = integer.map((bytes) => bytes.fill(0, 0, 20))
  fc.assert(
    fc.property(fc.oneof(integer, shortInteger), fc.oneof(integer, shortInteger), (r, s) => {
      const signature = Buffer.concat([r, s])
      const der = sm2SignatureToDer(signature)
      assert.deepEqual(sm2SignatureFromDer(der), signature)
      assert.equal(sm2SignatureFromDer(Buffer.concat([der, Buffer.from([0])])), undefined)
      assert.equal(sm2SignatureFromDer(der.subarray(0, -1)), undefined)
    }),
  )
  assert.equal(sm2SignatureFromDer(Buffer.from('300702020001020101', 'hex')), undefined, 'a needless leading zero')
})

test('a key whose table was worked out because it verified often accepts and refuses as before', () => {
  const keys = newSm2KeyPair()
  const [message, other] = ['受理通知书', '不予受理通知书'].map((text) => Buffer.from(text))
  const signature = signSm2(message ?? '', keys)
  const forged = Buffer.from(signature)
  forged[40] = (forged[40] ?? 0) ^ 1
  for (let use = 0; use < 30; use++) {
    assert.ok(verifySm2(message ?? '', signature, keys.publicKey))
    assert.ok(!verifySm2(other ?? '', signature, keys.publicKey))
    assert.ok(!verifySm2(message ?? '', forged, keys.publicKey))
  }
})
