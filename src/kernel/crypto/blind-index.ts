import { createSecretKey, type KeyObject } from 'node:crypto'
import { hmacSm3 } from './sm3.ts'

/**
 * The value to store beside an encrypted field so that equal values can be found: 64 hexadecimal digits of HMAC-SM3.
 * `field` keeps the same digits in two fields (a telephone, a bank account) from matching. The 32-byte key must be
 * another than that of the sealed boxes: who holds it can try out every citizen number there is.
 */
export function blindIndex(key: Uint8Array, field: string, value: string): string {
  if (key.length !== 32) throw new RangeError('A blind index needs a key of 32 bytes')
  return hmacSm3(preparedKey(key), `yimen/blind-index/1\0${field}\0${normalise(value)}`).toString('hex')
}

const prepared = new WeakMap<Uint8Array, KeyObject>()

/** Making a key ready for OpenSSL takes three times as long as one index: what is made lives as long as the key. */
function preparedKey(key: Uint8Array): KeyObject {
  const known = prepared.get(key)
  if (known !== undefined) return known
  const made = createSecretKey(key)
  prepared.set(key, made)
  return made
}

// People type the same number with full-width digits, spaces, hyphens or a small x.
function normalise(value: string): string {
  return value.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase()
}
