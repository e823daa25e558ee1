import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

export interface Opening {
  readonly staffId: string
  readonly since: Date
}

/** Notes that somebody has the case open, forgets who was not seen since `staleBefore`, and returns the others, longest first. */
export async function noteOpening(db: Db, opening: { readonly number: string; readonly staffId: string; readonly at: Date; readonly staleBefore: Date }): Promise<readonly Opening[]> {
  const { number, staffId, at, staleBefore } = opening
  await sql`
    DELETE FROM case_openings o USING matters m WHERE m.number = ${number} AND o.case_id = m.id AND o.seen_at < ${staleBefore}`.execute(db)
  const { rows } = await sql<Opening>`
    WITH own AS (
      INSERT INTO case_openings (case_id, staff_id, since, seen_at)
      SELECT c.id, ${staffId}, ${at}, ${at} FROM matters m JOIN cases c ON c.id = m.id WHERE m.number = ${number}
      ON CONFLICT (case_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at
      RETURNING case_id
    )
    SELECT o.staff_id AS "staffId", o.since FROM case_openings o JOIN own ON own.case_id = o.case_id WHERE o.staff_id <> ${staffId} ORDER BY o.since`.execute(db)
  return rows
}

/** How far a case is and which colleagues have it open, by `case id~who asks`. */
export async function openingStates(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; state: string }>`
    SELECT k.key, m.version || ':' || coalesce((SELECT string_agg(o.staff_id, ',' ORDER BY o.staff_id) FROM case_openings o WHERE o.case_id = m.id AND o.staff_id <> split_part(k.key, '~', 2)), '') AS state
    FROM unnest(${[...keys]}::text[]) k(key) JOIN matters m ON m.id = split_part(k.key, '~', 1)::uuid`.execute(db)
  return new Map(rows.map(({ key, state }) => [key, state]))
}
