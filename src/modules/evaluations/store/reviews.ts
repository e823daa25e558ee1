import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { GradeCount } from '../rules/satisfaction.ts'
import type { ExclusionGround, ReviewChannel } from '../schema.ts'
import type { EvaluationsTables } from '../tables.ts'

export interface NewReview {
  readonly id: string
  readonly eventId: string
  readonly evaluatorId: string
  readonly grade: number
  readonly reasons: readonly string[]
  readonly sealedText: Buffer | null
  readonly anonymous: boolean
  readonly channel: ReviewChannel
  readonly evaluatedAt: Date
}

/** Stores a review; false if the event has one already, also when both came at the same moment (E-04). */
export async function insertReview(db: Db, review: NewReview): Promise<boolean> {
  const row = await tables<EvaluationsTables>(db)
    .insertInto('service_reviews')
    .values({
      id: review.id,
      event_id: review.eventId,
      evaluator_id: review.evaluatorId,
      grade: review.grade,
      reasons: [...review.reasons],
      sealed_text: review.sealedText,
      anonymous: review.anonymous,
      channel: review.channel,
      evaluated_at: review.evaluatedAt,
    })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A review with the service it is about, what became of it and the reply to it. */
export interface StoredReview {
  readonly id: string
  readonly eventId: string
  readonly evaluatorId: string
  readonly grade: number
  readonly reasons: readonly string[]
  readonly sealedText: Buffer | null
  readonly anonymous: boolean
  readonly evaluatedAt: Date
  readonly kind: string
  readonly unitId: string
  readonly staffId: string | null
  readonly itemName: string | null
  readonly excluded: boolean
  readonly rectificationNumber: string | null
  readonly rectificationState: string | null
  readonly sealedReply: Buffer | null
}

const review = sql`
  r.id, r.event_id AS "eventId", r.evaluator_id AS "evaluatorId", r.grade, r.reasons, r.sealed_text AS "sealedText", r.anonymous, r.evaluated_at AS "evaluatedAt",
  e.kind, e.unit_id AS "unitId", e.staff_id AS "staffId", e.item_name AS "itemName", x.review_id IS NOT NULL AS excluded,
  m.number AS "rectificationNumber", m.state AS "rectificationState",
  (SELECT n.sealed_text FROM rectification_notes n WHERE n.rectification_id = t.id AND n.published ORDER BY n.id DESC LIMIT 1) AS "sealedReply"
  FROM service_reviews r JOIN service_events e ON e.id = r.event_id
    LEFT JOIN review_exclusions x ON x.review_id = r.id
    LEFT JOIN rectifications t ON t.review_id = r.id LEFT JOIN matters m ON m.id = t.id`

export async function listReviewsOfCase(db: Db, caseNumber: string): Promise<readonly StoredReview[]> {
  const { rows } = await sql<StoredReview>`SELECT ${review} WHERE e.case_number = ${caseNumber} ORDER BY e.service_number`.execute(db)
  return rows
}

export async function findReview(db: Db, id: string): Promise<StoredReview | undefined> {
  const { rows } = await sql<StoredReview>`SELECT ${review} WHERE r.id = ${id}`.execute(db)
  return rows[0]
}

/** Valid reviews, newest first, one more than `limit` if there are more. */
export async function listPublicReviews(db: Db, page: { readonly unitId: string | null; readonly grade: number | null; readonly before: string | null; readonly limit: number }): Promise<readonly StoredReview[]> {
  const { rows } = await sql<StoredReview>`
    SELECT ${review}
    WHERE x.review_id IS NULL AND (${page.unitId}::text IS NULL OR e.unit_id = ${page.unitId}) AND (${page.grade}::int IS NULL OR r.grade = ${page.grade})
      AND (${page.before}::uuid IS NULL OR r.id < ${page.before}::uuid)
    ORDER BY r.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface NewExclusion {
  readonly reviewId: string
  readonly reviewerId: string
  readonly ground: ExclusionGround
  readonly sealedReason: Buffer
  readonly excludedAt: Date
}

/** Takes a review out of the ratios and keeps it with who decided and why; false if that was done before (E-08). */
export async function insertExclusion(db: Db, exclusion: NewExclusion): Promise<boolean> {
  const row = await tables<EvaluationsTables>(db)
    .insertInto('review_exclusions')
    .values({ review_id: exclusion.reviewId, reviewer_id: exclusion.reviewerId, ground: exclusion.ground, sealed_reason: exclusion.sealedReason, excluded_at: exclusion.excludedAt })
    .onConflict((conflict) => conflict.column('review_id').doNothing())
    .returning('review_id')
    .executeTakeFirst()
  return row !== undefined
}

export interface Exclusion {
  readonly reviewerId: string
  readonly ground: ExclusionGround
  readonly sealedReason: Buffer
  readonly excludedAt: Date
}

export async function findExclusion(db: Db, reviewId: string): Promise<Exclusion | undefined> {
  const { rows } = await sql<Exclusion>`
    SELECT reviewer_id AS "reviewerId", ground, sealed_reason AS "sealedReason", excluded_at AS "excludedAt" FROM review_exclusions WHERE review_id = ${reviewId}`.execute(db)
  return rows[0]
}

/** How many reviews of one unit and grade there are, valid and excluded. */
export interface UnitGradeCount extends GradeCount {
  readonly unitId: string
}

/** Counts the reviews of a period (both days included) by unit and grade; what was excluded after `asOf` still counts as valid. */
export async function countGrades(db: Db, period: { readonly from: Day; readonly to: Day; readonly unitId: string | null; readonly asOf: Date }): Promise<readonly UnitGradeCount[]> {
  const { rows } = await sql<UnitGradeCount>`
    SELECT e.unit_id AS "unitId", r.grade, count(*) FILTER (WHERE x.review_id IS NULL) AS valid, count(*) FILTER (WHERE x.review_id IS NOT NULL) AS excluded
    FROM service_reviews r JOIN service_events e ON e.id = r.event_id
      LEFT JOIN review_exclusions x ON x.review_id = r.id AND x.excluded_at <= ${period.asOf}
    WHERE r.evaluated_at >= ${period.from}::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND r.evaluated_at < (${period.to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND r.evaluated_at <= ${period.asOf} AND (${period.unitId}::text IS NULL OR e.unit_id = ${period.unitId})
    GROUP BY e.unit_id, r.grade ORDER BY e.unit_id, r.grade`.execute(db)
  return rows
}
