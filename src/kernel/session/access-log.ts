import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'

/** An entry of the access log; `actor` is `actorOf(caller)`, `detail` holds references only, nothing personal. */
export interface AccessEntry {
  readonly at: Date
  readonly actor: string
  readonly act: 'sign-in' | 'sign-in-failed' | 'sign-out' | 'unmask' | 'read-file' | 'export' | 'use-seal'
  readonly subjectId?: string | null | undefined
  readonly matterId?: string | null | undefined
  readonly purpose?: string | undefined
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes down who signed in and who read unmasked data (个人信息保护法 art. 51), all entries in one statement. */
export async function recordAccess(db: Db, ...entries: readonly AccessEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({ ...entry, at: entry.at.toISOString(), detail: entry.detail ?? {} }))
  await later(db, sql`
    INSERT INTO access_log (at, actor, act, subject_id, matter_id, purpose, detail)
    SELECT at, actor, act, "subjectId", "matterId", purpose, detail
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(at timestamptz, actor text, act text, "subjectId" uuid, "matterId" uuid, purpose text, detail jsonb)`)
}
