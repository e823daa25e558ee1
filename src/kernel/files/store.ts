import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** An uploaded file; its bytes are in the file store under `contentHash`. */
export interface FileRow {
  readonly id: string
  readonly contentHash: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly name: string
  /** `actorOf` the caller who uploaded it. */
  readonly owner: string
  readonly uploadedAt: Date
}

export async function insertFile(db: Db, file: FileRow): Promise<void> {
  await sql`
    INSERT INTO files (id, content_hash, media_type, size_bytes, name, owner, uploaded_at)
    VALUES (${file.id}, ${file.contentHash}, ${file.mediaType}, ${file.sizeBytes}, ${file.name}, ${file.owner}, ${file.uploadedAt})`.execute(db)
}

/** The files with these ids, in no order; unknown ids are left out. */
export async function findFiles(db: Db, ids: readonly string[]): Promise<readonly FileRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FileRow>`
    SELECT id, content_hash AS "contentHash", media_type AS "mediaType", size_bytes AS "sizeBytes", name, owner, uploaded_at AS "uploadedAt"
    FROM files WHERE id = ANY(${[...ids]}::uuid[])`.execute(db)
  return rows
}
