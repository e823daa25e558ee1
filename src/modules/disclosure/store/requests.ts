import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ResultRow } from '../rules/annual-rows.ts'
import type { AnswerKind, ApplicantKind, FeeMethod, WantedForm } from '../schema.ts'
import type { DisclosureTables } from '../tables.ts'

/** An application with what belongs to it. */
export interface DisclosureRequest {
  readonly matter: Matter
  readonly applicantId: string
  readonly personId: string | null
  readonly applicantKind: ApplicantKind
  readonly sealedFacts: Buffer
  readonly sealedRecord: Buffer
  readonly recordIndex: string
  readonly wantedForm: WantedForm
  readonly items: number
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly clarificationAskedAt: Date | null
  readonly clarifyBy: Day | null
  readonly clarifiedOn: Day | null
  readonly extendedAt: Date | null
  readonly feeMethod: FeeMethod | null
  readonly feePages: number | null
  readonly feeFen: number | null
  readonly feeDemandedAt: Date | null
  readonly feePaidAt: Date | null
  readonly feeWaivedAt: Date | null
  readonly sealedAnswer: Buffer | null
  readonly answerKind: AnswerKind | null
  readonly draftedBy: string | null
  readonly answerFileIds: readonly string[]
  readonly answeredAt: Date | null
  readonly resultRow: ResultRow | null
  readonly deliveredAt: Date | null
}

const columns = sql`r.applicant_id AS "applicantId", r.person_id AS "personId", r.applicant_kind AS "applicantKind", r.sealed_facts AS "sealedFacts", r.sealed_record AS "sealedRecord",
  r.record_index AS "recordIndex", r.wanted_form AS "wantedForm", r.items, r.arrived_on AS "arrivedOn", r.received_on AS "receivedOn", r.clarification_asked_at AS "clarificationAskedAt",
  r.clarify_by AS "clarifyBy", r.clarified_on AS "clarifiedOn", r.extended_at AS "extendedAt", r.fee_method AS "feeMethod", r.fee_pages AS "feePages", r.fee_fen AS "feeFen",
  r.fee_demanded_at AS "feeDemandedAt", r.fee_paid_at AS "feePaidAt", r.fee_waived_at AS "feeWaivedAt", r.sealed_answer AS "sealedAnswer", r.answer_kind AS "answerKind",
  r.drafted_by AS "draftedBy", r.answer_file_ids AS "answerFileIds", r.answered_at AS "answeredAt", r.result_row AS "resultRow", r.delivered_at AS "deliveredAt"`

/** Reads an application by its number; `forUpdate` holds it until commit. */
export async function findRequest(db: Db, number: string, forUpdate: boolean): Promise<DisclosureRequest | undefined> {
  const matter = await findMatter(db, 'disclosureRequest', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<Omit<DisclosureRequest, 'matter'>>`SELECT ${columns} FROM disclosure_requests r WHERE r.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

export interface NewRequest {
  readonly id: string
  readonly applicant_id: string
  readonly person_id: string | null
  readonly applicant_kind: ApplicantKind
  readonly sealed_facts: Buffer
  readonly sealed_record: Buffer
  readonly record_index: string
  readonly wanted_form: WantedForm
  readonly arrived_on: Day
}

export async function insertRequest(db: Db, row: NewRequest): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_requests').values(row).execute()
}

export interface RequestChange {
  readonly items?: number
  readonly received_on?: Day
  readonly clock_from?: Day
  readonly sealed_record?: Buffer
  readonly record_index?: string
  readonly clarification_asked_at?: Date
  readonly clarify_by?: Day
  readonly clarified_on?: Day
  readonly extended_at?: Date
  readonly fee_method?: FeeMethod
  readonly fee_pages?: number | null
  readonly fee_fen?: number
  readonly fee_demanded_at?: Date
  readonly fee_paid_at?: Date
  readonly fee_waived_at?: Date
  readonly fee_receipt?: string
  readonly sealed_answer?: Buffer
  readonly answer_kind?: AnswerKind
  readonly drafted_by?: string
  readonly answer_file_ids?: string[]
  readonly answer_due_at?: Date
  readonly answered_at?: Date
  readonly result_row?: ResultRow
  readonly ended_at?: Date
  readonly delivered_at?: Date
}

export async function updateRequest(db: Db, id: string, change: RequestChange): Promise<void> {
  await tables<DisclosureTables>(db).updateTable('disclosure_requests').set(change).where('id', '=', id).execute()
}

/** The row and key of an applicant; the id that stands for this identity, which is another one if it was there already. */
export async function keepApplicant(db: Db, row: { readonly id: string; readonly identity_index: string; readonly first_seen_at: Date }): Promise<string> {
  await tables<DisclosureTables>(db).insertInto('disclosure_applicants').values(row).onConflict((conflict) => conflict.column('identity_index').doNothing()).execute()
  const { id } = await tables<DisclosureTables>(db).selectFrom('disclosure_applicants').select('id').where('identity_index', '=', row.identity_index).executeTakeFirstOrThrow()
  return id
}

export async function findApplicant(db: Db, identityIndex: string): Promise<string | undefined> {
  const row = await tables<DisclosureTables>(db).selectFrom('disclosure_applicants').select('id').where('identity_index', '=', identityIndex).executeTakeFirst()
  return row?.id
}

export interface NewNote {
  readonly id: string
  readonly request_id: string
  readonly command: string
  readonly published: boolean
  readonly sealed_text: Buffer
  readonly noted_at: Date
}

export async function insertNote(db: Db, note: NewNote): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_notes').values(note).execute()
}

export interface RequestNote {
  readonly command: string
  readonly published: boolean
  readonly sealedText: Buffer
  readonly notedAt: Date
}

/** What was said, oldest first. */
export async function listNotes(db: Db, requestId: string): Promise<readonly RequestNote[]> {
  const { rows } = await sql<RequestNote>`
    SELECT command, published, sealed_text AS "sealedText", noted_at AS "notedAt" FROM disclosure_notes WHERE request_id = ${requestId} ORDER BY id`.execute(db)
  return rows
}

