import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter, findMatterById } from '#kernel/matter/store.ts'
import type { CallbackResult, Finding } from '../schema.ts'
import type { EvaluationsTables } from '../tables.ts'

/** A rectification with the review and the service that it is about. */
export interface Rectification {
  readonly matter: Matter
  readonly reviewId: string
  readonly finding: Finding | null
  readonly callbackResult: CallbackResult | null
  readonly reopenings: number
  readonly grade: number
  readonly reasons: readonly string[]
  readonly sealedText: Buffer | null
  readonly anonymous: boolean
  readonly evaluatorId: string
  readonly evaluatedAt: Date
  readonly caseNumber: string
  readonly serviceNumber: number
  readonly kind: string
  readonly unitId: string
  readonly staffId: string | null
  readonly windowId: string | null
  readonly itemName: string | null
  readonly excluded: boolean
}

/** Reads a rectification by its number; `forUpdate` holds it until commit. */
export async function findRectification(db: Db, number: string, forUpdate: boolean): Promise<Rectification | undefined> {
  const matter = await findMatter(db, 'rectification', number, forUpdate)
  return matter && withDetail(db, matter)
}

/** The rectification of a review, held until commit; a good review has none. */
export async function findRectificationOfReview(db: Db, reviewId: string): Promise<Rectification | undefined> {
  const row = await tables<EvaluationsTables>(db).selectFrom('rectifications').select('id').where('review_id', '=', reviewId).executeTakeFirst()
  const matter = row && (await findMatterById(db, row.id, true))
  return matter && withDetail(db, matter)
}

async function withDetail(db: Db, matter: Matter): Promise<Rectification | undefined> {
  const { rows } = await sql<Omit<Rectification, 'matter'>>`
    SELECT t.review_id AS "reviewId", t.finding, t.callback_result AS "callbackResult", t.reopenings, r.grade, r.reasons, r.sealed_text AS "sealedText",
      r.anonymous, r.evaluator_id AS "evaluatorId", r.evaluated_at AS "evaluatedAt", e.case_number AS "caseNumber", e.service_number AS "serviceNumber",
      e.kind, e.unit_id AS "unitId", e.staff_id AS "staffId", e.window_id AS "windowId", e.item_name AS "itemName",
      EXISTS (SELECT FROM review_exclusions x WHERE x.review_id = r.id) AS excluded
    FROM rectifications t JOIN service_reviews r ON r.id = t.review_id JOIN service_events e ON e.id = r.event_id
    WHERE t.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

export interface OpenOfCase {
  readonly unitId: string
  readonly handlingUnitId: string | null
  readonly staffId: string | null
  readonly evaluatorId: string
  readonly anonymous: boolean
}

/** Whose and about whom the open rectifications of a case are. */
export async function listOpenOfCase(db: Db, caseNumber: string): Promise<readonly OpenOfCase[]> {
  const { rows } = await sql<OpenOfCase>`
    SELECT e.unit_id AS "unitId", m.lead_unit_id AS "handlingUnitId", e.staff_id AS "staffId", r.evaluator_id AS "evaluatorId", r.anonymous
    FROM service_events e JOIN service_reviews r ON r.event_id = e.id JOIN rectifications t ON t.review_id = r.id JOIN matters m ON m.id = t.id
    WHERE e.case_number = ${caseNumber} AND m.closed_at IS NULL`.execute(db)
  return rows
}

export async function insertRectification(db: Db, row: { readonly id: string; readonly reviewId: string }): Promise<void> {
  await tables<EvaluationsTables>(db).insertInto('rectifications').values({ id: row.id, review_id: row.reviewId }).execute()
}

export interface RectificationChange {
  readonly finding?: Finding
  readonly callback_result?: CallbackResult | null
  readonly reopenings?: number
}

export async function updateRectification(db: Db, id: string, change: RectificationChange): Promise<void> {
  await tables<EvaluationsTables>(db).updateTable('rectifications').set(change).where('id', '=', id).execute()
}

export interface RectificationNote {
  readonly command: string
  readonly published: boolean
  readonly sealedText: Buffer
  readonly notedAt: Date
}

export async function insertNotes(db: Db, rectificationId: string, notes: readonly (RectificationNote & { readonly id: string })[]): Promise<void> {
  if (notes.length === 0) return
  await tables<EvaluationsTables>(db)
    .insertInto('rectification_notes')
    .values(notes.map((note) => ({ id: note.id, rectification_id: rectificationId, command: note.command, published: note.published, sealed_text: note.sealedText, noted_at: note.notedAt })))
    .execute()
}

/** The notes of a rectification, oldest first. */
export async function listNotes(db: Db, rectificationId: string): Promise<readonly RectificationNote[]> {
  const { rows } = await sql<RectificationNote>`
    SELECT command, published, sealed_text AS "sealedText", noted_at AS "notedAt" FROM rectification_notes WHERE rectification_id = ${rectificationId} ORDER BY id`.execute(db)
  return rows
}

export interface QueuedRectification {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly dueProvisional: boolean
  readonly grade: number
  readonly anonymous: boolean
  readonly unitId: string
  readonly handlingUnitId: string | null
  readonly staffId: string | null
  readonly itemName: string | null
}

export interface QueuePage {
  /** Units about which or for which the caller reads; null: all. */
  readonly units: readonly string[] | null
  readonly state: string | null
  readonly closed: boolean
  readonly after: string | null
  readonly limit: number
}

/** The queue, oldest first, one more than `limit` if there are more; `dueAt` is that of the clock which ends next. */
export async function listQueue(db: Db, page: QueuePage): Promise<readonly QueuedRectification[]> {
  const units = page.units === null ? null : [...page.units]
  const { rows } = await sql<QueuedRectification>`
    SELECT m.id, m.number, m.state, m.opened_at AS "openedAt", (SELECT min(c.due_at) FROM timers c WHERE c.matter_id = m.id AND c.ended_at IS NULL) AS "dueAt",
      coalesce((SELECT bool_or(c.provisional) FROM timers c WHERE c.matter_id = m.id AND c.ended_at IS NULL), false) AS "dueProvisional",
      r.grade, r.anonymous, e.unit_id AS "unitId", m.lead_unit_id AS "handlingUnitId", e.staff_id AS "staffId", e.item_name AS "itemName"
    FROM matters m JOIN rectifications t ON t.id = m.id JOIN service_reviews r ON r.id = t.review_id JOIN service_events e ON e.id = r.event_id
    WHERE m.kind = 'rectification' AND (m.closed_at IS NOT NULL) = ${page.closed} AND (${page.state}::text IS NULL OR m.state = ${page.state})
      AND (${units}::text[] IS NULL OR e.unit_id = ANY(${units}::text[]) OR m.lead_unit_id = ANY(${units}::text[]))
      AND (${page.after}::uuid IS NULL OR m.id > ${page.after}::uuid)
    ORDER BY m.id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
