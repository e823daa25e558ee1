import { randomness } from '#kernel/crypto/randomness.ts'

// No pair that is mistaken for each other in print or by ear: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
const alphabet = '34679ACDEFGHJKMNPQRTWXY'
const groups = 3
const groupLength = 4

/** A fresh code to type instead of scanning: `9H3T-4PWX-7KDA`, 54 bits from the system's random source. */
export function newVerificationCode(): string {
  return Array.from({ length: groups }, () => Array.from({ length: groupLength }, () => alphabet.charAt(randomness().below(alphabet.length))).join('')).join('-')
}

/** A code as people type it (small letters, spaces, without hyphens) in its one form; undefined if it cannot be one. */
export function readVerificationCode(text: string): string | undefined {
  const signs = text.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '')
  if (signs.length !== groups * groupLength || [...signs].some((sign) => !alphabet.includes(sign))) return undefined
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-')
}
