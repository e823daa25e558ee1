import { instantText } from '#kernel/time/instant-text.ts'
import { type Day, parseDay } from '#kernel/time/day.ts'
import type { CertificateState } from './lifecycle.ts'
import { type CertificateFacts, faultsOn } from './rules.ts'
import type { CertificateRow } from './store/certificate-rows.ts'

/** A certificate without its sealed fields: what other modules may know of it. */
export interface CertificateSummary extends CertificateFacts {
  readonly id: string
  readonly typeName: string
  readonly state: CertificateState
  readonly issuerUnitId: string
  readonly issuerName: string
  readonly serial: string
  readonly issuedAt: Date
}

export function summaryOf(row: CertificateRow): CertificateSummary {
  return {
    id: row.id,
    identifier: row.identifier,
    typeKey: row.type_key,
    typeName: row.type_name,
    holderId: row.holder_id,
    state: row.state as CertificateState, // the table's CHECK admits no other
    version: row.version,
    validFrom: parseDay(row.valid_from),
    validTo: row.valid_to === null ? null : parseDay(row.valid_to),
    issuerUnitId: row.issuer_unit_id,
    issuerName: row.issuer_name,
    serial: row.serial,
    issuedAt: row.issued_at,
  }
}

/** A certificate as an entry of a list. */
export function listedOf(certificate: CertificateSummary, today: Day) {
  return {
    identifier: certificate.identifier,
    typeKey: certificate.typeKey,
    typeName: certificate.typeName,
    state: certificate.state,
    valid: faultsOn(certificate, today).length === 0,
    version: certificate.version,
    serial: certificate.serial,
    issuer: certificate.issuerName,
    issuedAt: instantText(certificate.issuedAt),
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
  }
}
