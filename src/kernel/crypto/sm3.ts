import { createHmac, hash, type KeyObject } from 'node:crypto'

/** What every function of this folder hashes: bytes, or text that is taken as UTF-8. */
export type Octets = string | Uint8Array

/** The 32-byte SM3 digest (GB/T 32905-2016). */
export function sm3(content: Octets): Buffer {
  return hash('sm3', content, 'buffer')
}

/** The SM3 digest as 64 lower-case hexadecimal digits. */
export function sm3Hex(content: Octets): string {
  return hash('sm3', content, 'hex')
}

/** The 32-byte HMAC-SM3 (RFC 2104 over SM3) of a message under a key of any length. */
export function hmacSm3(key: Uint8Array | KeyObject, message: Octets): Buffer {
  return createHmac('sm3', key).update(message).digest()
}
