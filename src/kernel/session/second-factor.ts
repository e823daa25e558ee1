import { matchTotp, newTotpSecret, totpUri } from '#kernel/crypto/totp.ts'
import type { Db } from '#kernel/db/pool.ts'
import { fine, fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Vault } from '#kernel/vault/vault.ts'
import { deleteTotp, findCredentialOf, saveTotp } from './credential-store.ts'
import { sessionErrors } from './errors.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** A secret that is offered and not yet enrolled: the sealed box goes to the client and comes back, so that nothing half done is stored. */
export interface OfferedTotp {
  readonly enrolment: string
  /** For the QR code that the authenticator app reads. */
  readonly uri: string
}

export interface TotpEnrolment {
  readonly principal: string
  readonly enrolment: string
  /** A code of the app, which proves that it has the secret. */
  readonly code: string
  readonly now: Date
}

const purposeOf = (principal: string): string => `totp:${principal}`

/** Makes a secret for an authenticator app (RFC 6238); it counts only after `enrolTotp`. */
export function offerTotp(vault: Vault, principal: string): OfferedTotp {
  const secret = newTotpSecret()
  return { enrolment: vault.sealForOffice(secret, purposeOf(principal)).toString('base64url'), uri: totpUri(secret, texts.issuer, principal.replace(/^staff:/, '')) }
}

/**
 * Enrols the offered secret; from then on signing in asks for a code. Refuses `session.enrolment-invalid` (not offered to
 * this principal), `session.code-wrong`, `session.no-password` and `session.already-enrolled`.
 */
export async function enrolTotp(db: Db, vault: Vault, { principal, enrolment, code, now }: TotpEnrolment): Promise<Verdict> {
  const box = Buffer.from(enrolment, 'base64url')
  const secret = openOffer(vault, principal, box)
  if (!secret.ok) return secret
  const step = matchTotp(secret.value, code, now.getTime())
  if (step === undefined) return refuse(sessionErrors.codeWrong)
  if (await saveTotp(db, principal, box, step)) return fine
  return refuse((await findCredentialOf(db, principal)) ? sessionErrors.alreadyEnrolled : sessionErrors.noPassword)
}

/** Removes the second factor, for example of a lost telephone. */
export async function removeTotp(db: Db, principal: string): Promise<void> {
  await deleteTotp(db, principal)
}

/** The secret of an enrolled second factor. */
export function openTotpSecret(vault: Vault, principal: string, box: Uint8Array): Buffer {
  return vault.openForOffice(box, purposeOf(principal))
}

function openOffer(vault: Vault, principal: string, box: Uint8Array): Verdict<Buffer> {
  try {
    return fineWith(openTotpSecret(vault, principal, box))
  } catch {
    return refuse(sessionErrors.enrolmentInvalid)
  }
}
