import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { PublicationChannel, WithholdingGround } from '../schema.ts'
import type { PublicationTables } from '../tables.ts'

/** One secrecy review of one edition. */
export interface SecrecyReview {
  readonly edition: number
  readonly decision: 'clear' | 'return' | 'withhold'
  readonly basis: string
  readonly remark: string
  readonly ground: WithholdingGround | null
  readonly confirmedPhones: number
  readonly reviewer: string
  readonly reviewedAt: Date
}

export async function insertReview(db: Db, row: SecrecyReview & { readonly id: string; readonly recordId: string }): Promise<void> {
  await tables<PublicationTables>(db)
    .insertInto('secrecy_reviews')
    .values({ id: row.id, record_id: row.recordId, edition: row.edition, decision: row.decision, basis: row.basis, remark: row.remark, ground: row.ground, confirmed_phones: row.confirmedPhones, reviewer: row.reviewer, reviewed_at: row.reviewedAt })
    .execute()
}

/** The reviews of a record, oldest first. */
export async function listReviews(db: Db, recordId: string): Promise<readonly SecrecyReview[]> {
  const { rows } = await sql<SecrecyReview>`
    SELECT edition, decision, basis, remark, ground, confirmed_phones AS "confirmedPhones", reviewer, reviewed_at AS "reviewedAt" FROM secrecy_reviews WHERE record_id = ${recordId} ORDER BY id`.execute(db)
  return rows
}

export interface PublishedIn {
  readonly channel: PublicationChannel
  readonly place: string | null
  readonly publishedAt: Date
}

/** Notes a posting in a channel; false where the record stands in that place already. The record is held meanwhile. */
export async function insertChannel(db: Db, recordId: string, { channel, place, publishedAt }: PublishedIn): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO record_channels (record_id, channel, place, published_at, posting)
    SELECT ${recordId}::uuid, ${channel}::text, ${place}::text, ${publishedAt}::timestamptz, 1 + count(*) FROM record_channels WHERE record_id = ${recordId} AND channel = ${channel}
    ON CONFLICT DO NOTHING`.execute(db)
  return numAffectedRows === 1n
}

export async function listChannels(db: Db, recordId: string): Promise<readonly PublishedIn[]> {
  const { rows } = await sql<PublishedIn>`SELECT channel, place, published_at AS "publishedAt" FROM record_channels WHERE record_id = ${recordId} ORDER BY published_at, channel`.execute(db)
  return rows
}

export async function insertPublication(db: Db, row: { readonly record_id: string; readonly edition: number; readonly timer_id: string; readonly published_at: Date; readonly due_at: Date }): Promise<void> {
  await tables<PublicationTables>(db).insertInto('record_publications').values(row).execute()
}
