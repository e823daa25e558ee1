import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'

export interface SupervisionNote {
  readonly command: string
  readonly author: string
  readonly sealedText: Buffer
  readonly notedAt: Date
}

export async function insertNote(db: Db, matterId: string, note: SupervisionNote & { readonly id: string }): Promise<void> {
  await later(db, sql`INSERT INTO supervision_notes (id, matter_id, command, author, sealed_text, noted_at)
    VALUES (${note.id}, ${matterId}, ${note.command}, ${note.author}, ${note.sealedText}, ${note.notedAt})`)
}

/** What was written in a matter, oldest first. */
export async function listNotes(db: Db, matterId: string): Promise<readonly SupervisionNote[]> {
  const { rows } = await sql<SupervisionNote>`
    SELECT command, author, sealed_text AS "sealedText", noted_at AS "notedAt" FROM supervision_notes WHERE matter_id = ${matterId} ORDER BY id`.execute(db)
  return rows
}
