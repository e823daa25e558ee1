import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A fresh 20-byte secret, the length RFC 4226 §4 recommends. */
export function newTotpSecret(): Buffer {
  return randomBytes(20)
}

/** The code of a 30-second step (RFC 6238 over HMAC-SHA-1, which is what authenticator apps implement). */
export function totpCode(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.readUInt8(19) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is, looking one step to either side of `nowMs` (milliseconds since 1970); undefined if none. The caller refuses a step not later than the last one it took (RFC 6238 §5.2). */
export function matchTotp(secret: Uint8Array, code: string, nowMs: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const current = Math.floor(nowMs / 1000 / stepSeconds)
  return [current, current - 1, current + 1].find((step) => step >= 0 && timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)))
}

/** The otpauth address that an authenticator app reads from a QR code. */
export function totpUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => base32Alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('')
}
