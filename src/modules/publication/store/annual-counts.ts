import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

/** Which records: of one unit or of all, in a year. */
export interface NormativeQuestion {
  readonly unitId: string | null
  readonly firstDay: Day
  readonly lastDay: Day
  /** The instant at which the year is over. */
  readonly until: Date
}

/** Normative documents (行政规范性文件) of a year, as the annual report on disclosure counts them. */
export interface NormativeCount {
  readonly made: number
  readonly repealed: number
  /** At the end of the year, or now while it runs. */
  readonly inForce: number
}

/**
 * Only what the public could read counts: made in the year of the day that it bears or, if it came out later, of that day, so that each
 * is made in one year; repealed or run out in the year; and standing at its end.
 */
export async function countNormative(db: Db, { unitId, firstDay, lastDay, until }: NormativeQuestion): Promise<NormativeCount> {
  const { rows } = await sql<NormativeCount>`
    SELECT count(*) FILTER (WHERE greatest(e.created_on, r.first_published_at::date) BETWEEN ${firstDay} AND ${lastDay})::int AS made,
      count(*) FILTER (WHERE r.ended_as IN ('repealed', 'expired') AND r.ended_at::date >= ${firstDay} AND r.ended_at < ${until})::int AS repealed,
      count(*) FILTER (WHERE r.ended_at IS NULL OR r.ended_at >= ${until})::int AS "inForce"
    FROM public_records r JOIN record_editions e ON e.record_id = r.id AND e.edition = 1
    WHERE r.class = 'normative' AND r.first_published_at < ${until} AND (${unitId}::text IS NULL OR r.unit_id = ${unitId})`.execute(db)
  return rows[0] ?? { made: 0, repealed: 0, inForce: 0 }
}
