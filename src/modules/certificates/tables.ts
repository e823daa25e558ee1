export interface CertificateTypeTable {
  key: string
  code: string
  name: string
  holder_kind: string
  issued_by: string[]
  fields: string[]
  validity: unknown
  electronic: boolean
}

export interface CertificateTable {
  id: string
  identifier: string
  type_key: string
  version: number
  holder_id: string
  issuer_unit_id: string
  issuer_name: string
  matter_id: string
  item_version_id: string | null
  serial: string
  state: string
  valid_from: string
  valid_to: string | null
  sealed_fields: Buffer
  content_hash: Buffer
  signature: Buffer
  public_key: Buffer
  issued_at: Date
  previous_identifier: string | null
}

export interface CertificateEventTable {
  certificate_id: string
  seq: number
  at: Date
  actor: string
  command: string
  operation_code: string
  from_state: string | null
  to_state: string
  sealed_reason: Buffer | null
}

export interface CertificateUseTable {
  id: string
  certificate_id: string
  matter_id: string
  purpose: string
  actor: string
  used_at: Date
}

export interface CertificateDoubtTable {
  id: string
  certificate_id: string
  matter_id: string
  issuer_unit_id: string
  field_label: string
  sealed_statement: Buffer
  raised_by: string
  raised_at: Date
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
}

export interface CertificatesTables {
  certificate_types: CertificateTypeTable
  certificates: CertificateTable
  certificate_events: CertificateEventTable
  certificate_uses: CertificateUseTable
  certificate_doubts: CertificateDoubtTable
}
