import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { RemedyKind, RemedyResult } from '../schema.ts'

export interface Remedy {
  readonly kind: RemedyKind
  readonly filedOn: Day
  readonly result: RemedyResult
  readonly decidedOn: Day | null
}

/** Reviews and lawsuits about an answer, oldest first. */
export async function listRemedies(db: Db, requestId: string): Promise<readonly Remedy[]> {
  const { rows } = await sql<Remedy>`
    SELECT kind, filed_on AS "filedOn", result, decided_on AS "decidedOn" FROM disclosure_remedies WHERE request_id = ${requestId} ORDER BY filed_on, kind`.execute(db)
  return rows
}

export interface RecordedRemedy extends Remedy {
  readonly id: string
  readonly requestId: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** Adds a review or lawsuit, or records how one that was filed on that day ended. */
export async function keepRemedy(db: Db, remedy: RecordedRemedy): Promise<void> {
  await sql`
    INSERT INTO disclosure_remedies (id, request_id, kind, filed_on, result, decided_on, recorded_by, recorded_at)
    VALUES (${remedy.id}, ${remedy.requestId}, ${remedy.kind}, ${remedy.filedOn}, ${remedy.result}, ${remedy.decidedOn}, ${remedy.recordedBy}, ${remedy.recordedAt})
    ON CONFLICT (request_id, kind, filed_on) DO UPDATE SET result = excluded.result, decided_on = excluded.decided_on, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(db)
}
