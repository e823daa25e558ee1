import type { Sm2KeyPair } from './sm2.ts'

/** A key by which the office signed until it was replaced; its private half was destroyed then. */
export interface FormerKey {
  /** 65 bytes. */
  readonly publicKey: Buffer
  readonly retiredAt: Date
}

export interface OfficeKeys {
  readonly officeKey: Pick<Sm2KeyPair, 'publicKey'>
  readonly formerOfficeKeys: readonly FormerKey[]
}

/**
 * The public keys by which something that bears this instant may be signed: today's, and the former ones that were not yet
 * retired then. So what somebody forges with a stolen old key must also be dated back, before the roots of the ledger that were published since.
 */
export function publicKeysAt({ officeKey, formerOfficeKeys }: OfficeKeys, at: Date): readonly Buffer[] {
  return [officeKey.publicKey, ...formerOfficeKeys.filter(({ retiredAt }) => at <= retiredAt).map(({ publicKey }) => publicKey)]
}
