import { sql } from 'kysely'
import { type Db, later, tables } from '#kernel/db/pool.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter, holdMatter } from '#kernel/matter/store.ts'
import type { CaseStep } from '../rules/route.ts'
import type { CasesTables, CaseTable } from '../tables.ts'

/** A case with its matter and its route, as operations work on it. */
export interface CaseRecord {
  readonly matter: Matter
  readonly detail: CaseDetail
  readonly steps: readonly CaseStep[]
  /** One-time notices so far, oldest first. */
  readonly notices: readonly Notice[]
}

export type CaseDetail = { readonly [K in keyof CaseTable]: CaseTable[K] extends { readonly __select__: infer S } ? S : CaseTable[K] }

export interface Notice {
  readonly round: number
  readonly defects: readonly { readonly material: string; readonly standard: number | null }[]
  readonly supplied: readonly string[] | null
}

/** Reads a case by its public number; `forUpdate` holds it until commit. */
export async function findCase(db: Db, number: string, forUpdate: boolean): Promise<CaseRecord | undefined> {
  if (forUpdate) await holdMatter(db, number)
  const [matter, withSteps] = await sideBySide([findMatter(db, 'case', number, false), readDetail(db, sql`c.id = (SELECT m.id FROM matters m WHERE m.number = ${number})`)])
  return matter && withSteps && { matter, ...withSteps }
}

async function readDetail(db: Db, condition: ReturnType<typeof sql>): Promise<Omit<CaseRecord, 'matter'> | undefined> {
  const { rows } = await sql<CaseDetail & { readonly step_rows: readonly StepRow[] | null; readonly notice_rows: readonly Notice[] | null }>`
    SELECT c.*,
      (SELECT jsonb_agg(to_jsonb(s) - 'sealed_text' ORDER BY s.step_order, s.key) FROM case_steps s WHERE s.case_id = c.id) AS step_rows,
      (SELECT jsonb_agg(jsonb_build_object('round', n.round, 'defects', n.defects, 'supplied', n.supplied) ORDER BY n.round) FROM case_notices n WHERE n.case_id = c.id) AS notice_rows
    FROM cases c WHERE ${condition}`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  const { step_rows, notice_rows, ...detail } = row
  return { detail: detail as CaseDetail, steps: (step_rows ?? []).map(stepOf), notices: notice_rows ?? [] }
}

interface StepRow {
  readonly key: string
  readonly kind: CaseStep['kind']
  readonly unit_id: string
  readonly role: string
  readonly step_order: number
  readonly countersign: boolean
  readonly officers: number
  readonly state: CaseStep['state']
  readonly person_id: string | null
  readonly opened_at: string | null
  readonly done_at: string | null
  readonly opinion: CaseStep['opinion']
}

function stepOf(row: StepRow): CaseStep {
  return {
    key: row.key,
    kind: row.kind,
    unitId: row.unit_id,
    role: row.role,
    order: row.step_order,
    countersign: row.countersign,
    officers: row.officers,
    state: row.state,
    personId: row.person_id,
    openedAt: row.opened_at === null ? null : new Date(row.opened_at),
    doneAt: row.done_at === null ? null : new Date(row.done_at),
    opinion: row.opinion,
  }
}

export type NewCase = Pick<
  CaseDetail,
  | 'id' | 'implement_code' | 'item_name' | 'item_key' | 'applicant_id' | 'applicant_kind' | 'applicant_name' | 'submitter' | 'authorisation_id' | 'parties' | 'scenario'
  | 'sealed_form' | 'delivery_kind' | 'sealed_delivery' | 'query_code_hash' | 'phone_index' | 'receiving_hall_id' | 'window_id' | 'cross_region' | 'pledge' | 'renews'
  | 'late_renewal' | 'government_id' | 'place_index' | 'received_at' | 'fee_state' | 'sealed_declaration'
>

export async function insertCase(db: Db, row: NewCase): Promise<void> {
  await later(db, tables<CasesTables>(db).insertInto('cases').values({ ...row, scenario: JSON.stringify(row.scenario) }))
}

/** Changes what the projection keeps of a case beside its matter. */
export async function updateCase(db: Db, id: string, change: Partial<CaseDetail>): Promise<void> {
  await later(db, tables<CasesTables>(db).updateTable('cases').set(change).where('id', '=', id))
}

/** The number of an undecided case of the same item that was accepted before this one, or at the same instant under an earlier number (C-14). */
export async function findEarlierAccepted(db: Db, implementCode: string, before: { readonly acceptedAt: Date; readonly number: string }): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    SELECT m.number FROM cases c JOIN matters m ON m.id = c.id
    WHERE c.implement_code = ${implementCode} AND (c.accepted_at, m.number) < (${before.acceptedAt}, ${before.number}) AND c.decided_at IS NULL AND m.closed_at IS NULL
    ORDER BY c.accepted_at, m.number LIMIT 1`.execute(db)
  return rows[0]?.number
}
