import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** A stop that reached its own limit: the matter whose business must resume it, and since when. */
export interface LapsedStop {
  readonly matterId: string
  readonly number: string
  readonly endedAt: Date
}

/** Matters of a kind with a stop that is longer than its own limit, the longest over first; one row for each matter, whatever number of its clocks are stopped. */
export async function listLapsedStops(db: Db, stops: { readonly kind: string; readonly now: Date; readonly limit: number }): Promise<readonly LapsedStop[]> {
  const { rows } = await sql<LapsedStop>`
    SELECT m.id AS "matterId", m.number, min(t.stop_ends_at) AS "endedAt" FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE t.ended_at IS NULL AND t.stop_ends_at <= ${stops.now} AND m.kind = ${stops.kind} GROUP BY m.id, m.number ORDER BY 3, 1 LIMIT ${stops.limit}`.execute(db)
  return rows
}
