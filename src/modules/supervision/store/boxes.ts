import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { Day } from '#kernel/time/day.ts'
import type { BoxItemKind } from '../schema.ts'

export interface BoxItem {
  readonly id: string
  readonly place: number
  readonly kind: BoxItemKind
  readonly unitId: string | null
  readonly sealedText: Buffer
  readonly sealedReply: Buffer | null
  readonly repliedAt: Date | null
}

export interface BoxOpening {
  readonly matter: Matter
  readonly hallId: string
  readonly openers: readonly string[]
  readonly day: Day
  readonly items: readonly BoxItem[]
}

export async function insertOpening(db: Db, opening: { readonly id: string; readonly hallId: string; readonly openers: readonly string[]; readonly day: Day }, items: readonly Omit<BoxItem, 'sealedReply' | 'repliedAt'>[]): Promise<void> {
  await later(db, sql`INSERT INTO box_openings (id, hall_id, openers, opened_on) VALUES (${opening.id}, ${opening.hallId}, ${[...opening.openers]}, ${opening.day}::date)`)
  for (const item of items) {
    await later(db, sql`INSERT INTO box_items (id, opening_id, place, kind, unit_id, sealed_text) VALUES (${item.id}, ${opening.id}, ${item.place}, ${item.kind}, ${item.unitId}, ${item.sealedText})`)
  }
}

export async function findOpening(db: Db, number: string, forUpdate: boolean): Promise<BoxOpening | undefined> {
  const matter = await findMatter(db, 'boxOpening', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<Pick<BoxOpening, 'hallId' | 'openers' | 'day'>>`SELECT hall_id AS "hallId", openers, opened_on::text AS day FROM box_openings WHERE id = ${matter.id}`.execute(db)
  const items = await sql<BoxItem>`
    SELECT id, place, kind, unit_id AS "unitId", sealed_text AS "sealedText", sealed_reply AS "sealedReply", replied_at AS "repliedAt" FROM box_items WHERE opening_id = ${matter.id} ORDER BY place`.execute(db)
  return rows[0] && { matter, ...rows[0], items: items.rows }
}

export async function answerItem(db: Db, id: string, reply: { readonly sealed: Buffer; readonly at: Date }): Promise<void> {
  await later(db, sql`UPDATE box_items SET sealed_reply = ${reply.sealed}, replied_at = ${reply.at} WHERE id = ${id}`)
}

export interface ListedOpening {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly hallId: string
  readonly day: Day
  readonly openers: readonly string[]
  readonly items: number
  readonly replied: number
  readonly dueAt: Date | null
  readonly provisional: boolean
}

/** Openings, newest first, one more than `limit` if there are more. */
export async function listOpeningRows(db: Db, page: { readonly before: string | null; readonly limit: number }): Promise<readonly ListedOpening[]> {
  const { rows } = await sql<ListedOpening>`
    SELECT m.id, m.number, m.state, o.hall_id AS "hallId", o.opened_on::text AS day, o.openers,
      (SELECT count(*)::int FROM box_items i WHERE i.opening_id = o.id) AS items, (SELECT count(i.replied_at)::int FROM box_items i WHERE i.opening_id = o.id) AS replied,
      (SELECT min(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL) AS "dueAt",
      EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.provisional) AS provisional
    FROM box_openings o JOIN matters m ON m.id = o.id WHERE (${page.before}::uuid IS NULL OR m.id < ${page.before}::uuid) ORDER BY m.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
