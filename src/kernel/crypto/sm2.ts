import { randomBytes } from 'node:crypto'
import { hashedParameters, isPrivateScalar, preparePoint, publicPoint, signDigest, Sm2Point, verifyDigest } from './sm2-curve.ts'
import { sm3, type Octets } from './sm3.ts'

/** A private key (32 bytes) with its public key (65 bytes: 04, x, y). */
export interface Sm2KeyPair {
  readonly privateKey: Buffer
  readonly publicKey: Buffer
}

// GM/T 0009-2012 §10: the signer's id where the parties agreed on no other. Its length in bits stands before it.
const standardId = Buffer.from('1234567812345678')
const idWithLength = Buffer.concat([Buffer.from([0, standardId.length * 8]), standardId])
const parameterBytes = Buffer.concat(hashedParameters.map(toBytes32))

/** A fresh key pair from the system's random source. */
export function newSm2KeyPair(): Sm2KeyPair {
  for (;;) {
    const candidate = randomBytes(32)
    if (isPrivateScalar(toScalar(candidate))) return sm2KeyPair(candidate)
  }
}

/** The key pair of a 32-byte private key. Throws RangeError for a key outside 1..n−2. */
export function sm2KeyPair(privateKey: Uint8Array): Sm2KeyPair {
  const d = toScalar(privateKey)
  if (privateKey.length !== 32 || !isPrivateScalar(d)) throw new RangeError('Not an SM2 private key')
  return { privateKey: Buffer.from(privateKey), publicKey: Buffer.from(publicPoint(d).toBytes(false)) }
}

/** Signs a message with SM2 and SM3 under the standard signer's id (GM/T 0003.2); 64 bytes, r then s. */
export function signSm2(message: Octets, keys: Sm2KeyPair): Buffer {
  const e = digestToSign(message, keys.publicKey)
  const d = toScalar(keys.privateKey)
  for (;;) {
    const k = toScalar(randomBytes(32))
    const signature = isPrivateScalar(k) ? signDigest(e, d, k) : undefined
    if (signature) return Buffer.concat([toBytes32(signature.r), toBytes32(signature.s)])
  }
}

/** Whether the 64-byte signature was made over the message with the key of `publicKey`. Malformed signatures and keys are false, never an exception. */
export function verifySm2(message: Octets, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 65) return false
  const point = knownPoint(publicKey)
  if (!point) return false
  const scalars = { r: toScalar(signature.subarray(0, 32)), s: toScalar(signature.subarray(32)) }
  return verifyDigest(digestToSign(message, publicKey), scalars, point)
}

// e = SM3(ZA ‖ M) with ZA = SM3(id length ‖ id ‖ a ‖ b ‖ Gx ‖ Gy ‖ x ‖ y), GM/T 0003.2 §5.5 and §6.1.
function digestToSign(message: Octets, publicKey: Uint8Array): bigint {
  const za = sm3(Buffer.concat([idWithLength, parameterBytes, publicKey.subarray(1)]))
  return toScalar(sm3(Buffer.concat([za, Buffer.from(message)])))
}

interface KnownPoint {
  readonly point: Sm2Point
  uses: number
}

const knownPoints = new Map<string, KnownPoint>()
const mostKnown = 16
const oftenEnough = 20

/** The point of a public key: an office verifies thousands of seals by one or two keys. */
function knownPoint(publicKey: Uint8Array): Sm2Point | undefined {
  const name = Buffer.from(publicKey).toString('base64')
  const known = knownPoints.get(name)
  if (known !== undefined) {
    known.uses += 1
    if (known.uses === oftenEnough) preparePoint(known.point)
    return known.point
  }
  const point = readPoint(publicKey)
  const [oldest] = knownPoints.keys()
  if (knownPoints.size >= mostKnown && oldest !== undefined) knownPoints.delete(oldest)
  if (point !== undefined) knownPoints.set(name, { point, uses: 1 })
  return point
}

function readPoint(publicKey: Uint8Array): Sm2Point | undefined {
  try {
    return Sm2Point.fromBytes(publicKey)
  } catch {
    return undefined // the bytes are no point of the curve
  }
}

function toScalar(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
}

function toBytes32(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
}
