import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** A file on its way in. */
export interface UploadRow {
  readonly id: string
  /** `actorOf` the caller who sends it. */
  readonly owner: string
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly receivedBytes: number
}

const columns = sql`id, owner, name, size_bytes AS "sizeBytes", sha256, received_bytes AS "receivedBytes"`

/** Begins an upload, or finds the one of the same owner, name and content that stopped before. */
export async function beginUpload(db: Db, upload: Omit<UploadRow, 'receivedBytes'>, now: Date): Promise<UploadRow> {
  const { id, owner, name, sizeBytes, sha256 } = upload
  const { rows } = await sql<UploadRow>`
    INSERT INTO uploads (id, owner, name, size_bytes, sha256, touched_at) VALUES (${id}, ${owner}, ${name}, ${sizeBytes}, ${sha256}, ${now})
    ON CONFLICT (owner, sha256, name) DO UPDATE SET touched_at = excluded.touched_at
    RETURNING ${columns}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('an upload was begun and gave no row')
  return row
}

/** The upload, if the owner sends one under that id; held until commit where a piece is about to be added. */
export async function findUpload(db: Db, { id, owner }: Pick<UploadRow, 'id' | 'owner'>, held = false): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`SELECT ${columns} FROM uploads WHERE id = ${id} AND owner = ${owner} ${held ? sql`FOR UPDATE` : sql``}`.execute(db)
  return rows[0]
}

export async function countUploads(db: Db, owner: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM uploads WHERE owner = ${owner}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function moveUpload(db: Db, id: string, receivedBytes: number, now: Date): Promise<void> {
  await sql`UPDATE uploads SET received_bytes = ${receivedBytes}, touched_at = ${now} WHERE id = ${id}`.execute(db)
}

export async function endUpload(db: Db, id: string): Promise<void> {
  await sql`DELETE FROM uploads WHERE id = ${id}`.execute(db)
}

/** Gives up uploads that nothing came for since an instant. Returns their ids. */
export async function forgetUploads(db: Db, before: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`DELETE FROM uploads WHERE touched_at < ${before} RETURNING id`.execute(db)
  return rows.map(({ id }) => id)
}
