import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

/** Which applications: of one unit or of all, in a year. */
export interface AnnualQuestion {
  readonly unitId: string | null
  readonly firstDay: Day
  readonly lastDay: Day
  readonly from: Date
  readonly until: Date
}

export interface AnnualCount {
  readonly row: string
  readonly applicantKind: string
  readonly count: number
}

/** Every received application of a year counted once in each part it belongs to: received or carried in, and its result or carried out. */
export async function countAnnual(db: Db, { unitId, firstDay, lastDay, from, until }: AnnualQuestion): Promise<readonly AnnualCount[]> {
  const { rows } = await sql<AnnualCount>`
    WITH asked AS (
      SELECT r.applicant_kind, r.received_on >= ${firstDay} AS is_new, CASE WHEN r.ended_at < ${until} THEN r.result_row END AS result
      FROM disclosure_requests r JOIN matters m ON m.id = r.id
      WHERE r.received_on <= ${lastDay} AND (r.ended_at IS NULL OR r.ended_at >= ${from}) AND (${unitId}::text IS NULL OR m.lead_unit_id = ${unitId})
    )
    SELECT row, applicant_kind AS "applicantKind", count(*)::int AS count
    FROM asked CROSS JOIN LATERAL (VALUES (CASE WHEN is_new THEN 'received' ELSE 'carriedIn' END), (coalesce(result, 'carriedOut'))) AS t(row)
    GROUP BY row, applicant_kind`.execute(db)
  return rows
}

export interface FeeTotals {
  /** Notices that asked for a fee in the year, and what they asked for. */
  readonly notices: number
  readonly demandedFen: number
  /** What was paid in the year, whenever it was asked for. */
  readonly paidFen: number
}

/** The processing fees of a year: the annual report tells of them (国办函〔2020〕109号). */
export async function sumFees(db: Db, { unitId, from, until }: AnnualQuestion): Promise<FeeTotals> {
  const demanded = sql`r.fee_demanded_at >= ${from} AND r.fee_demanded_at < ${until}`
  const { rows } = await sql<FeeTotals>`
    SELECT count(*) FILTER (WHERE ${demanded})::int AS notices, coalesce(sum(r.fee_fen) FILTER (WHERE ${demanded}), 0)::float8 AS "demandedFen",
      coalesce(sum(r.fee_fen) FILTER (WHERE r.fee_paid_at >= ${from} AND r.fee_paid_at < ${until}), 0)::float8 AS "paidFen"
    FROM disclosure_requests r JOIN matters m ON m.id = r.id WHERE ${unitId}::text IS NULL OR m.lead_unit_id = ${unitId}`.execute(db)
  return rows[0] ?? { notices: 0, demandedFen: 0, paidFen: 0 }
}

export interface RemedyCount {
  readonly kind: string
  readonly result: string
  readonly count: number
}

/** Reviews and lawsuits that were filed by the end of a year and not decided before it; decided in it, or still pending at its end. */
export async function countRemedies(db: Db, { unitId, firstDay, lastDay }: AnnualQuestion): Promise<readonly RemedyCount[]> {
  const { rows } = await sql<RemedyCount>`
    SELECT d.kind, CASE WHEN d.decided_on <= ${lastDay} THEN d.result ELSE 'pending' END AS result, count(*)::int AS count
    FROM disclosure_remedies d JOIN matters m ON m.id = d.request_id
    WHERE d.filed_on <= ${lastDay} AND (d.decided_on IS NULL OR d.decided_on >= ${firstDay}) AND (${unitId}::text IS NULL OR m.lead_unit_id = ${unitId})
    GROUP BY 1, 2`.execute(db)
  return rows
}
