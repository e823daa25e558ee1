import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { onceForKey } from './once-for-key.ts'
import { randomness } from './randomness.ts'
import { hmacSm3, type Octets } from './sm3.ts'

// A box is version (1 byte) ‖ IV (16) ‖ ciphertext ‖ tag (32). Encrypt-then-MAC, because Node offers no SM4-GCM.
const version = 1
const ivEnd = 17
const tagLength = 32

/**
 * Encrypts with SM4-CTR under a random IV and authenticates with HMAC-SM3 under a second key, both derived from the 32-byte key.
 * `associated` is bound into the tag and must be given again to open. 49 bytes longer than the plaintext.
 */
export function seal(key: Uint8Array, plaintext: Octets, associated: Octets): Buffer {
  const keys = keysOf(key)
  const iv = randomness().bytes(16)
  const cipher = createCipheriv('sm4-ctr', keys.encryption, iv)
  const body = Buffer.concat([Buffer.from([version]), iv, cipher.update(plaintext), cipher.final()])
  return Buffer.concat([body, tagOf(keys.authentication, body, associated)])
}

/** Opens a box of `seal`. Throws the same error for a wrong key, other associated data, another version or any changed byte. */
export function open(key: Uint8Array, box: Uint8Array, associated: Octets): Buffer {
  const keys = keysOf(key)
  const body = box.subarray(0, Math.max(box.length - tagLength, 0))
  const genuine = box.length >= ivEnd + tagLength && timingSafeEqual(tagOf(keys.authentication, body, associated), box.subarray(body.length))
  if (!genuine || body[0] !== version) throw new Error('The sealed box does not open: wrong key, wrong place, or changed')
  const decipher = createDecipheriv('sm4-ctr', keys.encryption, body.subarray(1, ivEnd))
  return Buffer.concat([decipher.update(body.subarray(ivEnd)), decipher.final()])
}

/** Opens a box that one of these keys sealed, the likeliest first. Throws as `open` does when none did. */
export function openWithAny(keys: readonly Uint8Array[], box: Uint8Array, associated: Octets): Buffer {
  for (const key of keys.slice(0, -1)) {
    try {
      return open(key, box, associated)
    } catch {
      // Another key sealed it, or none: the last one decides.
    }
  }
  return open(keys.at(-1) ?? new Uint8Array(), box, associated)
}

interface DerivedKeys {
  readonly encryption: KeyObject
  readonly authentication: KeyObject
}

const keysOf = onceForKey(deriveKeys)

function deriveKeys(key: Uint8Array): DerivedKeys {
  if (key.length !== 32) throw new RangeError('A sealed box needs a key of 32 bytes')
  return {
    encryption: createSecretKey(hmacSm3(key, 'yimen/sealed-box/1/encryption').subarray(0, 16)),
    authentication: createSecretKey(hmacSm3(key, 'yimen/sealed-box/1/authentication')),
  }
}

// The length in front keeps bytes from moving between the associated data and the body.
function tagOf(key: KeyObject, body: Uint8Array, associated: Octets): Buffer {
  const bound = Buffer.from(associated)
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(bound.length))
  return hmacSm3(key, Buffer.concat([length, bound, body]))
}
