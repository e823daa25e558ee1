import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { DisclosureTables } from '../tables.ts'

export interface Excerpt {
  readonly fileId: string
  readonly name: string
  readonly passages: number
  readonly pages: readonly number[]
  readonly madeAt: Date
}

/** The documents that were made for an application out of originals, oldest first. */
export async function listExcerpts(db: Db, requestId: string): Promise<readonly Excerpt[]> {
  const { rows } = await sql<Excerpt>`
    SELECT e.file_id AS "fileId", f.name, e.passages, e.pages, e.made_at AS "madeAt"
    FROM disclosure_excerpts e JOIN files f ON f.id = e.file_id WHERE e.request_id = ${requestId} ORDER BY e.made_at, e.file_id`.execute(db)
  return rows
}

export interface NewExcerpt {
  readonly file_id: string
  readonly request_id: string
  readonly source_file_id: string
  readonly passages: number
  readonly pages: number[]
  readonly made_by: string
  readonly made_at: Date
}

export async function insertExcerpt(db: Db, row: NewExcerpt): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_excerpts').values(row).execute()
}
