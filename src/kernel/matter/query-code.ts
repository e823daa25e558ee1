import { randomness } from '#kernel/crypto/randomness.ts'
import type { Vault } from '#kernel/vault/vault.ts'

/** Six digits on the receipt of a matter, with which anyone may ask for its progress or rate it without signing in (C-31). */
export function newQueryCode(): string {
  return String(randomness().below(1_000_000)).padStart(6, '0')
}

/** What is stored of a query code: keyed, because a million codes are soon tried, and bound to its matter. */
export function queryCodeIndex(vault: Vault, matterId: string, code: string): string {
  return vault.index('query-code', `${matterId}:${code}`)
}
