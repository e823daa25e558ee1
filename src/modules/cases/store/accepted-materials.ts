import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

export interface AcceptedMaterial {
  /** Key of the material in its item version. */
  readonly requirement: string
  readonly itemVersionId: string
  readonly placeIndex: string | null
  readonly caseNumber: string
  readonly fileId: string | null
  readonly acceptedAt: Date
}

/** What a subject handed in himself in other cases and the office accepted since an instant, the newest of each material and place; what was only reused there does not count again. */
export async function listAcceptedMaterials(db: Db, search: { readonly subjectId: string; readonly since: Date; readonly exceptId: string | null }): Promise<readonly AcceptedMaterial[]> {
  const { rows } = await sql<AcceptedMaterial>`
    SELECT DISTINCT ON (m.item_version_id, e.requirement, c.place_index) e.requirement, m.item_version_id AS "itemVersionId", c.place_index AS "placeIndex", m.number AS "caseNumber", e.file_id AS "fileId", e.judged_at AS "acceptedAt"
    FROM matters m JOIN cases c ON c.id = m.id JOIN evidence e ON e.matter_id = m.id
    WHERE m.kind = 'case' AND m.subject_id = ${search.subjectId} AND m.id IS DISTINCT FROM ${search.exceptId}::uuid
      AND e.state = 'accepted' AND e.source IN ('upload', 'scan') AND e.judged_at >= ${search.since}
    ORDER BY m.item_version_id, e.requirement, c.place_index, e.judged_at DESC`.execute(db)
  return rows
}
