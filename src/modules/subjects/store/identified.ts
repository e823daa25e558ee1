import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** Whether one of the subjects showed his document to this actor, or was registered by him, since an instant. */
export async function wasIdentifiedBy(db: Db, asked: { readonly subjectIds: readonly string[]; readonly actor: string; readonly since: Date }): Promise<boolean> {
  const { rows } = await sql<{ identified: boolean }>`
    SELECT EXISTS (SELECT FROM access_log WHERE subject_id = ANY(${asked.subjectIds}::uuid[]) AND actor = ${asked.actor} AND at >= ${asked.since} AND detail @> '{"identified": true}')
      OR EXISTS (SELECT FROM subjects WHERE id = ANY(${asked.subjectIds}::uuid[]) AND registered_by = ${asked.actor} AND registered_at >= ${asked.since}) AS identified`.execute(db)
  return rows[0]?.identified ?? false
}
