import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter, findMatterById } from '#kernel/matter/store.ts'
import { toVector } from '#kernel/search/search-text.ts'
import type { Day } from '#kernel/time/day.ts'
import type { RecordClass, RecordEnd, RecordText, RecordTheme, RevocationKind } from '../schema.ts'
import type { PublicationTables } from '../tables.ts'

/** One edition of the text of a record. */
export interface Edition extends RecordText {
  readonly edition: number
  readonly changedOn: Day | null
  readonly changeReason: string | null
  readonly writers: readonly string[]
}

/** A record with the edition at hand: the one that is written, or that the public reads. */
export interface PublicRecord {
  readonly matter: Matter
  readonly unitId: string
  readonly class: RecordClass | null
  readonly theme: RecordTheme
  readonly interprets: string | null
  readonly needsInterpretation: boolean
  readonly answersConcern: boolean
  readonly publishedEdition: number | null
  readonly indexNo: string | null
  readonly firstPublishedAt: Date | null
  readonly publishedAt: Date | null
  readonly revocation: RevocationKind | null
  readonly endedAs: RecordEnd | null
  readonly endedAt: Date | null
  readonly endReason: string | null
  readonly text: Edition
}

const detail = sql`r.unit_id AS "unitId", r.class, r.theme, r.interprets, r.needs_interpretation AS "needsInterpretation", r.answers_concern AS "answersConcern", r.published_edition AS "publishedEdition",
  r.index_no AS "indexNo", r.first_published_at AS "firstPublishedAt", r.published_at AS "publishedAt", r.revocation, r.ended_as AS "endedAs", r.ended_at AS "endedAt", r.end_reason AS "endReason"`

const editionColumns = sql`edition, title, summary, body, doc_no AS "docNo", created_on AS "createdOn", effective_on AS "effectiveOn", valid_until AS "validUntil",
  review_on AS "reviewOn", changed_on AS "changedOn", change_reason AS "changeReason", writers`

/** Reads a record by its number; `forUpdate` holds it until commit. */
export async function findRecord(db: Db, number: string, forUpdate: boolean): Promise<PublicRecord | undefined> {
  const matter = await findMatter(db, 'publicRecord', number, forUpdate)
  return matter && withDetail(db, matter)
}

/** Reads a record by its key. */
export async function findRecordById(db: Db, id: string, forUpdate: boolean): Promise<PublicRecord | undefined> {
  const matter = await findMatterById(db, id, forUpdate)
  return matter && withDetail(db, matter)
}

async function withDetail(db: Db, matter: Matter): Promise<PublicRecord | undefined> {
  const { rows } = await sql<Omit<PublicRecord, 'matter' | 'text'> & { readonly edition: number }>`SELECT ${detail}, r.edition FROM public_records r WHERE r.id = ${matter.id}`.execute(db)
  if (rows[0] === undefined) return undefined
  const { edition, ...record } = rows[0]
  return { matter, ...record, text: await getEdition(db, matter.id, edition) }
}

export async function getEdition(db: Db, recordId: string, edition: number): Promise<Edition> {
  const { rows } = await sql<Edition>`SELECT ${editionColumns} FROM record_editions WHERE record_id = ${recordId} AND edition = ${edition}`.execute(db)
  if (rows[0] === undefined) throw new Error(`record ${recordId} has no edition ${edition}`)
  return rows[0]
}

export interface NewRecord {
  readonly id: string
  readonly unit_id: string
  readonly class: RecordClass | null
  readonly theme: RecordTheme
  readonly interprets: string | null
  readonly needs_interpretation: boolean
  readonly answers_concern: boolean
  readonly proposal_id: string | null
}

export async function insertRecord(db: Db, row: NewRecord, text: Edition): Promise<void> {
  await tables<PublicationTables>(db).insertInto('public_records').values(row).execute()
  await insertEdition(db, row.id, text)
}

/** The number of the next edition; one that was given up keeps its own. */
export async function nextEdition(db: Db, recordId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`SELECT max(edition) AS last FROM record_editions WHERE record_id = ${recordId}`.execute(db)
  return (rows[0]?.last ?? 0) + 1
}

/** Notes why an edition was given up. */
export async function discardEdition(db: Db, recordId: string, edition: number, reason: string): Promise<void> {
  await tables<PublicationTables>(db).updateTable('record_editions').set({ discard_reason: reason }).where('record_id', '=', recordId).where('edition', '=', edition).execute()
}

export async function insertEdition(db: Db, recordId: string, { edition, ...text }: Edition): Promise<void> {
  await tables<PublicationTables>(db).insertInto('record_editions').values({ record_id: recordId, edition, ...editionRow(text) }).execute()
}

/** Writes the text of an edition that is still a draft. */
export async function updateEdition(db: Db, recordId: string, { edition, ...text }: Edition): Promise<void> {
  await tables<PublicationTables>(db).updateTable('record_editions').set(editionRow(text)).where('record_id', '=', recordId).where('edition', '=', edition).execute()
}

function editionRow(text: Omit<Edition, 'edition'>) {
  return {
    title: text.title,
    summary: text.summary,
    body: text.body,
    doc_no: text.docNo,
    created_on: text.createdOn,
    effective_on: text.effectiveOn,
    valid_until: text.validUntil,
    review_on: text.reviewOn,
    changed_on: text.changedOn,
    change_reason: text.changeReason,
    writers: [...text.writers],
  }
}

export interface RecordChange {
  readonly class?: RecordClass | null
  readonly theme?: RecordTheme
  readonly needs_interpretation?: boolean
  readonly answers_concern?: boolean
  readonly edition?: number
  readonly published_edition?: number
  readonly index_no?: string
  readonly first_published_at?: Date
  readonly published_at?: Date
  readonly revocation?: RevocationKind
  readonly ended_as?: RecordEnd
  readonly ended_at?: Date
  readonly end_reason?: string
  readonly review_reminded_on?: Day
}

export async function updateRecord(db: Db, id: string, change: RecordChange): Promise<void> {
  await tables<PublicationTables>(db).updateTable('public_records').set(change).where('id', '=', id).execute()
}

/** The words by which the public finds the record: those of the edition that it reads. */
export async function indexRecord(db: Db, id: string, text: Pick<Edition, 'title' | 'summary' | 'body' | 'docNo'>): Promise<void> {
  const search = toVector([{ text: `${text.title} ${text.docNo ?? ''}`, weight: 'A' }, { text: text.summary, weight: 'B' }, { text: text.body, weight: 'D' }])
  await sql`UPDATE public_records SET search = ${search}::tsvector WHERE id = ${id}`.execute(db)
}

/** Keys of the interpretations of a policy that were cleared and wait, and whether one is public already. */
export async function standingInterpretations(db: Db, policyId: string): Promise<{ readonly cleared: readonly string[]; readonly hasPublished: boolean }> {
  const { rows } = await sql<{ id: string; state: string; ended: boolean }>`
    SELECT r.id, m.state, r.ended_at IS NOT NULL OR r.published_edition IS NULL AS ended FROM public_records r JOIN matters m ON m.id = r.id WHERE r.interprets = ${policyId} ORDER BY r.id`.execute(db)
  return { cleared: rows.filter(({ state }) => state === 'cleared').map(({ id }) => id), hasPublished: rows.some(({ ended }) => !ended) }
}
