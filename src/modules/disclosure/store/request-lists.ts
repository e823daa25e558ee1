import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

export interface ListedRequest {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly channel: string
  readonly unitId: string
  readonly applicantKind: string
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly openedAt: Date
  /** Of the clock that ends next. */
  readonly dueAt: Date | null
  /** Counted with a year whose arrangement is not yet published (T-14). */
  readonly provisional: boolean
  readonly answerKind: string | null
  readonly applicantId: string
  readonly sealedRecord: Buffer
}

const columns = sql`m.id, m.number, m.state, m.channel, m.lead_unit_id AS "unitId", r.applicant_kind AS "applicantKind", r.arrived_on AS "arrivedOn", r.received_on AS "receivedOn",
  m.opened_at AS "openedAt", c.due_at AS "dueAt", coalesce(c.provisional, false) AS provisional,
  CASE WHEN r.answered_at IS NULL THEN NULL ELSE r.answer_kind END AS "answerKind", r.applicant_id AS "applicantId", r.sealed_record AS "sealedRecord"`
const source = sql`matters m JOIN disclosure_requests r ON r.id = m.id`
const clock = sql`LEFT JOIN LATERAL (SELECT t.due_at, t.provisional FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL ORDER BY t.due_at LIMIT 1) c ON true`

export interface RequestPage {
  /** Units that were asked; null: all. */
  readonly units: readonly string[] | null
  readonly states: readonly string[]
  readonly after: string | null
  readonly limit: number
}

/** Applications in some states, the oldest first; one more than `limit` if there are more. */
export async function listRequestRows(db: Db, { units, states, after, limit }: RequestPage): Promise<readonly ListedRequest[]> {
  const asked = units === null ? null : [...units]
  const { rows } = await sql<ListedRequest>`
    SELECT ${columns} FROM ${source} ${clock}
    WHERE m.kind = 'disclosureRequest' AND m.state = ANY(${[...states]}::text[]) AND (${asked}::text[] IS NULL OR m.lead_unit_id = ANY(${asked}::text[]))
      AND (${after}::uuid IS NULL OR m.id > ${after}::uuid)
    ORDER BY m.id LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** What a registered person applied for, newest first; one more than `limit` if there is more. */
export async function listOfPerson(db: Db, page: { readonly personId: string; readonly before: string | null; readonly limit: number }): Promise<readonly ListedRequest[]> {
  const { rows } = await sql<ListedRequest>`
    SELECT ${columns} FROM ${source} ${clock}
    WHERE r.person_id = ${page.personId} AND (${page.before}::uuid IS NULL OR r.id < ${page.before}::uuid) ORDER BY r.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface LikeRequest {
  readonly number: string
  readonly state: string
  readonly openedAt: Date
  readonly sameApplicant: boolean
  readonly answered: boolean
}

/** Other applications to the same unit for the same record, newest first. */
export async function listForRecord(db: Db, of: { readonly id: string; readonly unitId: string; readonly recordIndex: string; readonly applicantId: string }): Promise<readonly LikeRequest[]> {
  const { rows } = await sql<LikeRequest>`
    SELECT m.number, m.state, m.opened_at AS "openedAt", r.applicant_id = ${of.applicantId} AS "sameApplicant", r.answered_at IS NOT NULL AS answered
    FROM ${source} WHERE r.record_index = ${of.recordIndex} AND m.lead_unit_id = ${of.unitId} AND m.id <> ${of.id} ORDER BY m.id DESC LIMIT 20`.execute(db)
  return rows
}

/** Items that an applicant asked of a unit in the month of a day, in applications received before this one. */
export async function countEarlierItems(db: Db, of: { readonly id: string; readonly unitId: string; readonly applicantId: string; readonly month: Day }): Promise<number> {
  const { rows } = await sql<{ items: number }>`
    SELECT coalesce(sum(r.items), 0)::int AS items FROM ${source}
    WHERE r.applicant_id = ${of.applicantId} AND m.lead_unit_id = ${of.unitId} AND m.id < ${of.id}
      AND date_trunc('month', r.received_on) = date_trunc('month', ${of.month}::date)`.execute(db)
  return rows[0]?.items ?? 0
}

/** How many different applicants asked a unit for a record. */
export async function countApplicants(db: Db, unitId: string, recordIndex: string): Promise<number> {
  const { rows } = await sql<{ applicants: number }>`
    SELECT count(DISTINCT r.applicant_id)::int AS applicants FROM ${source} WHERE r.record_index = ${recordIndex} AND m.lead_unit_id = ${unitId} AND m.state <> 'withdrawn'`.execute(db)
  return rows[0]?.applicants ?? 0
}

/** Numbers of applications whose applicant let the day pass by which to clarify or to pay. */
export async function listAbandoned(db: Db, now: Date, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`
    SELECT m.number FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE m.kind = 'disclosureRequest' AND m.state IN ('awaitingClarification', 'awaitingPayment') AND t.name IN ('clarify', 'pay') AND t.ended_at IS NULL AND t.due_at < ${now}
    ORDER BY t.due_at, m.id LIMIT ${limit}`.execute(db)
  return rows.map(({ number }) => number)
}
