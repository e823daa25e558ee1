import type { Generated } from 'kysely'

export interface CaseTable {
  id: string
  implement_code: string
  item_name: string
  item_key: string
  applicant_id: string
  applicant_kind: 'person' | 'organisation'
  applicant_name: string
  submitter: string
  authorisation_id: string | null
  parties: string[]
  scenario: unknown
  sealed_form: Buffer
  delivery_kind: string
  sealed_delivery: Buffer | null
  query_code_hash: string
  phone_index: string | null
  receiving_hall_id: string | null
  window_id: string | null
  cross_region: Generated<boolean>
  forwarded_at: Date | null
  government_id: string | null
  place_index: string | null
  pledge: Generated<boolean>
  pledge_checked: string | null
  renews: string | null
  late_renewal: Generated<boolean>
  priority_approver: string | null
  visits: Generated<number>
  received_at: Date
  accepted_at: Date | null
  acceptor_id: string | null
  decided_at: Date | null
  decider_id: string | null
  certificate_identifier: string | null
  delivered_at: Date | null
  on_time: boolean | null
}

export interface CaseStepTable {
  case_id: string
  key: string
  kind: string
  unit_id: string
  role: string
  step_order: number
  countersign: boolean
  officers: number
  state: string
  person_id: string | null
  draw_id: string | null
  opened_at: Date | null
  done_at: Date | null
  opinion: string | null
  sealed_text: Buffer | null
  checked_by: string[] | null
}

export interface CaseNoticeTable {
  case_id: string
  round: number
  defects: unknown
  noticed_at: Date
  corrected_at: Date | null
  supplied: string[] | null
}

export interface CaseViolationTable {
  id: string
  case_id: string
  kind: string
  at: Date
  actor: string
  detail: unknown
}

export interface CaseVisitTable {
  id: string
  case_id: string
  at: Date
  purpose: string
  hall_id: string | null
  recorded_by: string
}

export interface CreditRecordTable {
  id: string
  subject_id: string
  case_id: string
  recorded_at: Date
  repaired_at: Date | null
}

export interface CasesTables {
  cases: CaseTable
  case_steps: CaseStepTable
  case_notices: CaseNoticeTable
  case_violations: CaseViolationTable
  case_visits: CaseVisitTable
  credit_records: CreditRecordTable
}
