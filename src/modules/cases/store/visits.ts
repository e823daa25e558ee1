import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

export const visitPurposes = ['submit', 'correct', 'consult', 'collect'] as const
export type VisitPurpose = (typeof visitPurposes)[number]

export interface Visit {
  readonly id: string
  readonly caseId: string
  readonly at: Date
  readonly purpose: VisitPurpose
  readonly hallId: string | null
  readonly recordedBy: string
}

/** Adds a visit and counts it in the case, in one statement; returns how many there are now. */
export async function insertVisit(db: Db, visit: Visit): Promise<number> {
  const { rows } = await sql<{ visits: number }>`
    WITH visit AS (
      INSERT INTO case_visits (id, case_id, at, purpose, hall_id, recorded_by)
      VALUES (${visit.id}, ${visit.caseId}, ${visit.at}, ${visit.purpose}, ${visit.hallId}, ${visit.recordedBy}) RETURNING case_id
    )
    UPDATE cases c SET visits = c.visits + 1 FROM visit WHERE c.id = visit.case_id RETURNING c.visits`.execute(db)
  return rows[0]?.visits ?? 0
}
