import { randomness } from '#kernel/crypto/randomness.ts'
import type { Vault } from '#kernel/vault/vault.ts'

const purpose = 'webhook-secret'

/** A new key of 256 bits as hexadecimal digits, and how it is kept. */
export function newSecret(vault: Vault): { readonly secret: string; readonly sealed: Buffer } {
  const bytes = randomness().bytes(32)
  return { secret: Buffer.from(bytes).toString('hex'), sealed: vault.sealForOffice(bytes, purpose) }
}

export function openSecret(vault: Vault, sealed: Uint8Array): string {
  return vault.openForOffice(sealed, purpose).toString('hex')
}
