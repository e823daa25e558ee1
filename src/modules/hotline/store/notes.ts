import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { HotlineTables } from '../tables.ts'

export interface OrderNote {
  readonly command: string
  readonly byCaller: boolean
  readonly published: boolean
  readonly sealedText: Buffer
  readonly notedAt: Date
}

export async function insertNote(db: Db, orderId: string, note: OrderNote & { readonly id: string }): Promise<void> {
  await tables<HotlineTables>(db)
    .insertInto('order_notes')
    .values({ id: note.id, order_id: orderId, command: note.command, by_caller: note.byCaller, published: note.published, sealed_text: note.sealedText, noted_at: note.notedAt })
    .execute()
}

/** The notes of an order, oldest first. */
export async function listNotes(db: Db, orderId: string): Promise<readonly OrderNote[]> {
  const { rows } = await sql<OrderNote>`
    SELECT command, by_caller AS "byCaller", published, sealed_text AS "sealedText", noted_at AS "notedAt" FROM order_notes WHERE order_id = ${orderId} ORDER BY id`.execute(db)
  return rows
}
