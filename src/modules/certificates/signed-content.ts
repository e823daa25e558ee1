import type { Ctx } from '#kernel/contract/operation.ts'
import { publicKeysAt } from '#kernel/crypto/office-keys.ts'
import { contentIsWhole, type Envelope, sealHolds } from '#kernel/documents/seal.ts'
import type { StoredCertificate } from './store/certificate-rows.ts'

/** Who holds it, as of the day of issue. */
export interface SealedHolder {
  readonly name: string
  readonly maskedName: string
  readonly codeKind: 'idNumber' | 'creditCode'
  readonly code: string
}

/** What is encrypted under the holder's key and hashed. */
export interface CertificateContent {
  /** Binds the content to its certificate, so that equal contents do not hash the same. */
  readonly identifier: string
  readonly title: string
  readonly holder: SealedHolder
  /** Label of the field that is the certificate's number. */
  readonly numberLabel: string
  readonly fields: readonly { readonly label: string; readonly value: string }[]
}

/** `forgotten`: the holder's key was destroyed; the signature over the envelope still holds. */
export type OpenedCertificate = { readonly state: 'whole'; readonly content: CertificateContent } | { readonly state: 'forgotten' | 'altered' }

/** What the signature binds besides the content: everything but the state, which has its own ledger. */
export function envelopeOf(row: Omit<StoredCertificate, 'state' | 'sealed_fields' | 'content_hash' | 'signature' | 'public_key'>): Envelope {
  return {
    id: row.id,
    identifier: row.identifier,
    typeKey: row.type_key,
    version: row.version,
    holderId: row.holder_id,
    issuerUnitId: row.issuer_unit_id,
    issuerName: row.issuer_name,
    matterId: row.matter_id,
    itemVersionId: row.item_version_id,
    serial: row.serial,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    issuedAt: row.issued_at.toISOString(),
    previousIdentifier: row.previous_identifier,
  }
}

/**
 * Decrypts a certificate and checks it against its signature (D-10). A key in the row that is not the office's own proves
 * nothing, so it must be one by which the office signed at that time.
 */
export async function openCertificate(ctx: Ctx, row: StoredCertificate): Promise<OpenedCertificate> {
  const { vault } = ctx.services
  const genuine = publicKeysAt(ctx.services, row.issued_at).some((key) => key.equals(row.public_key)) && sealHolds(envelopeOf(row), { contentHash: row.content_hash, signature: row.signature }, row.public_key)
  if (!genuine) return { state: 'altered' }
  let content: CertificateContent | undefined
  try {
    content = await vault.open<CertificateContent>(ctx.db, row.holder_id, row.sealed_fields)
  } catch {
    return { state: 'altered' } // the box does not open: its bytes were changed
  }
  if (content === undefined) return { state: 'forgotten' }
  return contentIsWhole(content, row.content_hash) ? { state: 'whole', content } : { state: 'altered' }
}
