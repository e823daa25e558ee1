import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** Of `signals s` and its `matters m`: whom a signal concerns, the unit whose time ran out, else the one that leads. */
export const concerned = sql<string | null>`coalesce(s.unit_id, m.lead_unit_id)`

/** The unit that a signal concerns; null if neither its clock nor its matter names one, or if there is no such signal. */
export async function findSignalUnit(db: Db, signalId: string): Promise<string | null> {
  const { rows } = await sql<{ unitId: string | null }>`SELECT ${concerned} AS "unitId" FROM signals s JOIN matters m ON m.id = s.matter_id WHERE s.id = ${signalId}`.execute(db)
  return rows[0]?.unitId ?? null
}
