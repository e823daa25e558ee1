import { sql } from 'kysely'
import type { StaffCaller } from '#kernel/access/caller.ts'
import type { Db } from '#kernel/db/pool.ts'

/** The open matter of that number and subject which the member of staff has a part in: by the leading unit, or by an open task of a unit or of the own. One whose opening says `anonymous` tells of nobody that it is his. */
export async function findOpenMatterOf(db: Db, asked: { readonly subjectId: string; readonly number: string; readonly staff: StaffCaller }): Promise<string | undefined> {
  const units = [...new Set([asked.staff.unitId, ...asked.staff.roles.map((held) => held.unitId)])]
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM matters m
    WHERE m.number = ${asked.number} AND m.subject_id = ${asked.subjectId} AND m.closed_at IS NULL
      AND NOT EXISTS (SELECT FROM matter_events e WHERE e.matter_id = m.id AND e.seq = 1 AND e.detail->'anonymous' = 'true')
      AND (m.lead_unit_id = ANY(${units}::text[])
        OR EXISTS (SELECT FROM assignments a WHERE a.matter_id = m.id AND a.until IS NULL AND (a.unit_id = ANY(${units}::text[]) OR a.person_id = ${asked.staff.id})))`.execute(db)
  return rows[0]?.id
}

export async function hasOpenMatters(db: Db, subjectId: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`SELECT EXISTS (SELECT FROM matters WHERE subject_id = ${subjectId} AND closed_at IS NULL) AS open`.execute(db)
  return rows[0]?.open ?? false
}

export interface UnmaskingRow {
  readonly id: number
  readonly at: Date
  readonly actor: string
  readonly unitId: string | null
  readonly purpose: string | null
  readonly matterNumber: string | null
}

/** Who read unmasked data of a subject, newest first, one more than `limit` if there are more. */
export async function listUnmaskingRows(db: Db, page: { readonly subjectId: string; readonly before: number | undefined; readonly limit: number }): Promise<readonly UnmaskingRow[]> {
  const { rows } = await sql<UnmaskingRow>`
    SELECT l.id, l.at, l.actor, l.detail->>'unitId' AS "unitId", l.purpose, m.number AS "matterNumber"
    FROM access_log l LEFT JOIN matters m ON m.id = l.matter_id
    WHERE l.subject_id = ${page.subjectId} AND l.act = 'unmask' AND (${page.before ?? null}::bigint IS NULL OR l.id < ${page.before ?? null}::bigint)
    ORDER BY l.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
