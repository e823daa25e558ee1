import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** Counts one more opening of the page of a public record; a number that is not public counts nothing. The reader does not wait for the disk: a count lost with the power is none. */
export async function countView(db: Db, number: string): Promise<void> {
  await sql`
    INSERT INTO record_views AS v (record_id, views)
    SELECT r.id, 1 FROM set_config('synchronous_commit', 'off', true), public_records r JOIN matters m ON m.id = r.id WHERE m.kind = 'publicRecord' AND m.number = ${number} AND r.published_edition IS NOT NULL
    ON CONFLICT (record_id) DO UPDATE SET views = v.views + 1`.execute(db)
}

/** How often the page of a record was opened. */
export async function viewsOf(db: Db, recordId: string): Promise<number> {
  const { rows } = await sql<{ views: number }>`SELECT views::float8 AS views FROM record_views WHERE record_id = ${recordId}`.execute(db)
  return rows[0]?.views ?? 0
}
