import { weierstrass } from '@noble/curves/abstract/weierstrass.js'

const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
} as const

/** A point of the curve sm2p256v1 (GM/T 0003.5-2012). */
export const Sm2Point = weierstrass<bigint>(curve)
export type Sm2Point = InstanceType<typeof Sm2Point>

const scalars = Sm2Point.Fn
const base = Sm2Point.BASE.precompute(8)
const prepared = new WeakSet<Sm2Point>()

/** The curve's parameters a, b, Gx, Gy in the order in which GM/T 0003.2 §5.5 hashes them into ZA. */
export const hashedParameters: readonly bigint[] = [curve.a, curve.b, curve.Gx, curve.Gy]

/** The two integers of an SM2 signature, each in 1..n−1. */
interface Sm2Scalars {
  readonly r: bigint
  readonly s: bigint
}

/** Whether a number may be a private key: 1..n−2, because signing divides by 1 + d (GM/T 0003.1 §6.1). */
export function isPrivateScalar(d: bigint): boolean {
  return d >= 1n && d <= curve.n - 2n
}

/** The public point of a private key. */
export function publicPoint(d: bigint): Sm2Point {
  return base.multiply(d)
}

/**
 * GM/T 0003.2 §6.1, steps A4 to A6: signs the digest `e` with private key `d` and the one-time number `k` in 1..n−1.
 * Undefined if the standard asks for another `k`.
 */
export function signDigest(e: bigint, d: bigint, k: bigint): Sm2Scalars | undefined {
  const r = scalars.create(e + base.multiply(k).x)
  if (r === 0n || r + k === curve.n) return undefined
  const s = scalars.mul(inverseFor(d), scalars.create(k - r * d))
  return s === 0n ? undefined : { r, s }
}

let lastInverse: { readonly d: bigint; readonly inverse: bigint } | undefined

/** The inverse of 1 + d, which every signature of a key needs; kept for the key that signed last. */
function inverseFor(d: bigint): bigint {
  if (lastInverse?.d !== d) lastInverse = { d, inverse: scalars.inv(d + 1n) }
  return lastInverse.inverse
}

/** GM/T 0003.2 §7.1: whether the signature belongs to the digest `e` and the public point. */
export function verifyDigest(e: bigint, { r, s }: Sm2Scalars, publicKey: Sm2Point): boolean {
  if (r < 1n || r >= curve.n || s < 1n || s >= curve.n) return false
  const t = scalars.create(r + s)
  if (t === 0n) return false
  // Two multiplications with tables are faster than one without; a key that verifies often has a table (`preparePoint`).
  const point = prepared.has(publicKey) ? base.multiplyUnsafe(s).add(publicKey.multiplyUnsafe(t)) : base.mulAddUnsafe(s, publicKey, t)
  return !point.is0() && scalars.create(e + point.x) === r
}



/** Works out the table of a public point by which its signatures are verified seven times as fast; worth it from about twenty signatures on. */
export function preparePoint(point: Sm2Point): void {
  point.precompute(8, false)
  prepared.add(point)
}
