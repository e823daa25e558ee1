import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { certificateErrors } from './errors.ts'
import { findCertificateType } from './store/type-rows.ts'

/** A kind of certificate in the directory. */
export interface CertificateTypeEntry {
  readonly key: string
  /** First segment of its identifiers. */
  readonly code: string
  readonly name: string
  readonly holderKind: string
  /** Labels of the business fields in the order of the face. */
  readonly fields: readonly string[]
  readonly electronic: boolean
}

/** A kind of certificate by its key; refuses `certificates.type-unknown`. */
export async function getCertificateType(db: Ctx['db'], key: string): Promise<CertificateTypeEntry> {
  const row = await findCertificateType(db, key)
  if (row === undefined) throw new Refusal(certificateErrors.typeUnknown, { typeKey: key })
  return { key: row.key, code: row.code, name: row.name, holderKind: row.holder_kind, fields: row.fields, electronic: row.electronic }
}
