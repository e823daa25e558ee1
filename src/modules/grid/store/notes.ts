import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { PhotoStage } from '../schema.ts'
import type { GridTables } from '../tables.ts'

export interface NoteRow {
  readonly command: string
  readonly published: boolean
  readonly sealedText: Buffer
  readonly notedAt: Date
}

export async function insertNote(db: Db, eventId: string, note: NoteRow & { readonly id: string }): Promise<void> {
  await tables<GridTables>(db)
    .insertInto('event_notes')
    .values({ id: note.id, event_id: eventId, command: note.command, published: note.published, sealed_text: note.sealedText, noted_at: note.notedAt })
    .execute()
}

/** What was said at each step, in order. */
export async function listNotes(db: Db, eventId: string): Promise<readonly NoteRow[]> {
  const { rows } = await sql<NoteRow>`SELECT command, published, sealed_text AS "sealedText", noted_at AS "notedAt" FROM event_notes WHERE event_id = ${eventId} ORDER BY id`.execute(db)
  return rows
}

export interface Photo {
  readonly fileId: string
  readonly stage: PhotoStage
  readonly takenAt: Date
}

export async function insertPhoto(db: Db, eventId: string, photo: Photo): Promise<void> {
  await tables<GridTables>(db).insertInto('event_photos').values({ file_id: photo.fileId, event_id: eventId, stage: photo.stage, taken_at: photo.takenAt }).execute()
}

export async function listPhotos(db: Db, eventId: string): Promise<readonly Photo[]> {
  const { rows } = await sql<Photo>`SELECT file_id AS "fileId", stage, taken_at AS "takenAt" FROM event_photos WHERE event_id = ${eventId} ORDER BY taken_at, file_id`.execute(db)
  return rows
}
