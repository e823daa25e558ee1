import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** The open tasks of each unit with the versions of their matters, drawn together into one number: who took one and every step of its matter show in it. */
export async function taskStates(db: Db, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ unitId: string; state: string }>`
    SELECT a.unit_id AS "unitId", count(*) || '.' || bit_xor(hashtextextended(a.id || ':' || m.version || ':' || coalesce(a.person_id, ''), 0)) AS state
    FROM assignments a JOIN matters m ON m.id = a.matter_id
    WHERE a.until IS NULL AND a.unit_id = ANY(${[...unitIds]}::text[]) GROUP BY a.unit_id`.execute(db)
  return new Map(rows.map(({ unitId, state }) => [unitId, state]))
}

/** How many events the newest checkpoint covers: grows within a minute of whatever happened anywhere. */
export async function ledgerSize(db: Db): Promise<string> {
  const { rows } = await sql<{ size: string }>`SELECT coalesce(max(tree_size), 0)::text AS size FROM checkpoints`.execute(db)
  return rows[0]?.size ?? '0'
}
