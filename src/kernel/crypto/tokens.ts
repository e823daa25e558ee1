import { randomBytes } from 'node:crypto'
import { sm3Hex } from './sm3.ts'

/** A fresh bearer token: 32 random bytes as 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What to store instead of a token. A plain digest is enough because a token of `newToken` cannot be guessed. */
export function tokenHash(token: string): string {
  return sm3Hex(token)
}
