import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** The versions in force of what every process keeps a copy of; 0 before anything was published or changed. */
export async function newestVersions(db: Db): Promise<{ readonly calendar: number; readonly settings: number }> {
  const { rows } = await sql<{ calendar: number; settings: number }>`
    SELECT (SELECT coalesce(max(version), 0) FROM calendar_versions) AS calendar,
      (SELECT coalesce(sum(version), 0)::int FROM matters WHERE kind = 'local-rule') AS settings`.execute(db)
  return rows[0] ?? { calendar: 0, settings: 0 }
}
