import { createSecretKey } from 'node:crypto'
import { onceForKey } from './once-for-key.ts'
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

const preparedKey = onceForKey(createSecretKey)

// People type the same number with full-width digits, spaces, hyphens or a small x.
function normalise(value: string): string {
  return value.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase()
}
