import type { Generated } from 'kysely'

export interface ServiceEventTable {
  id: string
  matter_id: string
  case_number: string
  service_number: number
  kind: string
  unit_id: string
  staff_id: string | null
  window_id: string | null
  hall_id: string | null
  item_version_id: string
  item_name: string | null
  item_type: string
  person_id: string
  query_code_hash: string | null
  happened_at: Date
}

export interface ServiceReviewTable {
  id: string
  event_id: string
  evaluator_id: string
  grade: number
  reasons: string[]
  sealed_text: Buffer | null
  anonymous: boolean
  channel: string
  evaluated_at: Date
  default_given: Generated<boolean>
}

export interface ReviewExclusionTable {
  review_id: string
  reviewer_id: string
  ground: string
  sealed_reason: Buffer
  excluded_at: Date
}

export interface RectificationTable {
  id: string
  review_id: string
  finding: string | null
  callback_result: string | null
  reopenings: Generated<number>
}

export interface RectificationNoteTable {
  id: string
  rectification_id: string
  command: string
  published: boolean
  sealed_text: Buffer
  noted_at: Date
}

export interface ReviewInvitationTable {
  matter_id: string
  event_id: string
  invited_at: Date
}

export interface EvaluationsTables {
  service_events: ServiceEventTable
  service_reviews: ServiceReviewTable
  review_exclusions: ReviewExclusionTable
  rectifications: RectificationTable
  rectification_notes: RectificationNoteTable
  review_invitations: ReviewInvitationTable
}
