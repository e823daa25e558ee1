import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchTotp, newTotpSecret, totpCode, totpUri } from './totp.ts'

// RFC 6238 appendix B, the SHA-1 rows.
const secret = Buffer.from('12345678901234567890')
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const

test('the six SHA-1 codes of RFC 6238 appendix B come out', () => {
  for (const [seconds, code] of vectors) assert.equal(totpCode(secret, Math.floor(seconds / 30), 8), code)
})

test('a code is good in its own step and in the step before and after, and names its step', () => {
  const code = totpCode(secret, 1000)
  for (const now of [29_970_000, 30_000_000, 30_029_999, 30_059_999]) assert.equal(matchTotp(secret, code, now), 1000)
  for (const now of [29_969_999, 30_060_000]) assert.equal(matchTotp(secret, code, now), undefined)
})

test('a code of another secret, or no code at all, matches no step', () => {
  const now = 30_000_000
  assert.equal(matchTotp(Buffer.alloc(20), totpCode(secret, 1000), now), undefined)
  assert.notDeepEqual(newTotpSecret(), newTotpSecret())
  for (const code of ['', '12345', 'abcdef', '１２３４５６', '1'.repeat(10_000)]) assert.equal(matchTotp(secret, code, now), undefined)
})

test('the address for the authenticator app carries the secret in base32', () => {
  assert.equal(totpUri(secret, '一门', 'li'), 'otpauth://totp/%E4%B8%80%E9%97%A8:li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E4%B8%80%E9%97%A8')
})
