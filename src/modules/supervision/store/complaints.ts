import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { ComplaintResult } from '../schema.ts'

export interface ComplaintDetail {
  readonly personId: string
  readonly unitId: string
  readonly hallId: string | null
  readonly windowNumber: number | null
  readonly sealedText: Buffer
  readonly declineGround: string | null
  readonly result: ComplaintResult | null
  readonly sealedAnswer: Buffer | null
  readonly answeredBy: string | null
  readonly acceptDecidedAt: Date | null
  readonly answeredAt: Date | null
  readonly sealedAppeal: Buffer | null
  readonly sealedConclusion: Buffer | null
}

export interface Complaint extends ComplaintDetail {
  readonly matter: Matter
}

const columns = sql`c.person_id AS "personId", c.unit_id AS "unitId", c.hall_id AS "hallId", c.window_number AS "windowNumber", c.sealed_text AS "sealedText", c.decline_ground AS "declineGround",
  c.result, c.sealed_answer AS "sealedAnswer", c.answered_by AS "answeredBy", c.accept_decided_at AS "acceptDecidedAt", c.answered_at AS "answeredAt",
  c.sealed_appeal AS "sealedAppeal", c.sealed_conclusion AS "sealedConclusion"`

export interface NewComplaint extends Pick<ComplaintDetail, 'personId' | 'unitId' | 'hallId' | 'windowNumber' | 'sealedText'> {
  readonly id: string
  readonly acceptDueAt: Date
}

export async function insertComplaint(db: Db, complaint: NewComplaint): Promise<void> {
  await later(db, sql`
    INSERT INTO service_complaints (id, person_id, unit_id, hall_id, window_number, sealed_text, accept_due_at)
    VALUES (${complaint.id}, ${complaint.personId}, ${complaint.unitId}, ${complaint.hallId}, ${complaint.windowNumber}, ${complaint.sealedText}, ${complaint.acceptDueAt})`)
}

export async function findComplaint(db: Db, number: string, forUpdate: boolean): Promise<Complaint | undefined> {
  const matter = await findMatter(db, 'serviceComplaint', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<ComplaintDetail>`SELECT ${columns} FROM service_complaints c WHERE c.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

export type ComplaintChange = { readonly [K in 'declineGround' | 'result' | 'sealedAnswer' | 'answeredBy' | 'acceptDecidedAt' | 'answeredAt' | 'sealedAppeal' | 'sealedConclusion']?: NonNullable<ComplaintDetail[K]> }

/** Writes what a step decided; what it does not name stays. */
export async function updateComplaint(db: Db, id: string, change: ComplaintChange): Promise<void> {
  await later(db, sql`
    UPDATE service_complaints SET decline_ground = coalesce(${change.declineGround ?? null}, decline_ground), result = coalesce(${change.result ?? null}, result),
      sealed_answer = coalesce(${change.sealedAnswer ?? null}::bytea, sealed_answer), answered_by = coalesce(${change.answeredBy ?? null}, answered_by),
      accept_decided_at = coalesce(${change.acceptDecidedAt ?? null}::timestamptz, accept_decided_at), answered_at = coalesce(${change.answeredAt ?? null}::timestamptz, answered_at),
      sealed_appeal = coalesce(${change.sealedAppeal ?? null}::bytea, sealed_appeal), sealed_conclusion = coalesce(${change.sealedConclusion ?? null}::bytea, sealed_conclusion)
    WHERE id = ${id}`)
}

export interface ListedComplaint extends Pick<ComplaintDetail, 'unitId' | 'hallId' | 'result' | 'personId' | 'sealedText'> {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly provisional: boolean
}

/** Complaints of one person or of all, newest first, one more than `limit` if there are more. */
export async function listComplaintRows(db: Db, page: { readonly personId: string | null; readonly state: string | null; readonly before: string | null; readonly limit: number }): Promise<readonly ListedComplaint[]> {
  const { rows } = await sql<ListedComplaint>`
    SELECT m.id, m.number, m.state, m.opened_at AS "openedAt", c.unit_id AS "unitId", c.hall_id AS "hallId", c.result, c.person_id AS "personId", c.sealed_text AS "sealedText",
      (SELECT min(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL) AS "dueAt",
      EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.provisional) AS provisional
    FROM service_complaints c JOIN matters m ON m.id = c.id
    WHERE (${page.personId}::uuid IS NULL OR c.person_id = ${page.personId}::uuid) AND (${page.state}::text IS NULL OR m.state = ${page.state}) AND (${page.before}::uuid IS NULL OR m.id < ${page.before}::uuid)
    ORDER BY m.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
