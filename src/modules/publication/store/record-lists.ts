import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { toQuery } from '#kernel/search/search-text.ts'
import type { Day } from '#kernel/time/day.ts'
import type { RecordState } from '../lifecycle.ts'
import type { RecordClass, RecordEnd, RecordTheme } from '../schema.ts'

/** A published record in a list of the public. */
export interface ListedRecord {
  readonly id: string
  readonly number: string
  readonly indexNo: string
  readonly class: RecordClass | null
  readonly theme: RecordTheme
  readonly unitId: string
  readonly title: string
  readonly summary: string
  readonly docNo: string | null
  readonly createdOn: Day
  readonly effectiveOn: Day | null
  readonly validUntil: Day | null
  readonly publishedAt: Date
  readonly endedAs: RecordEnd | null
}

const listed = sql`r.id, m.number, r.index_no AS "indexNo", r.class, r.theme, r.unit_id AS "unitId", e.title, e.summary, e.doc_no AS "docNo", e.created_on AS "createdOn",
  e.effective_on AS "effectiveOn", e.valid_until AS "validUntil", r.published_at AS "publishedAt", r.ended_as AS "endedAs"`
const publicEdition = sql`public_records r JOIN matters m ON m.id = r.id JOIN record_editions e ON e.record_id = r.id AND e.edition = r.published_edition`

export interface CatalogueQuery {
  readonly words: string | null
  readonly class: RecordClass | 'interpretation' | null
  readonly theme: RecordTheme | null
  readonly unitId: string | null
  readonly after: { readonly publishedAt: Date; readonly id: string } | null
  readonly limit: number
}

/** The catalogue of what is public, newest first; withdrawn records have left it. One more than `limit` if there are more. */
export async function listPublishedRows(db: Db, asked: CatalogueQuery): Promise<readonly ListedRecord[]> {
  const query = asked.words === null ? null : toQuery(asked.words)
  const { rows } = await sql<ListedRecord>`
    SELECT ${listed} FROM ${publicEdition}
    WHERE r.ended_as IS DISTINCT FROM 'withdrawn'
      AND (${query}::text IS NULL OR r.search @@ ${query}::tsquery OR r.index_no = ${asked.words})
      AND (${asked.class}::text IS NULL OR coalesce(r.class, 'interpretation') = ${asked.class})
      AND (${asked.theme}::text IS NULL OR r.theme = ${asked.theme}) AND (${asked.unitId}::text IS NULL OR r.unit_id = ${asked.unitId})
      AND (${asked.after?.id ?? null}::uuid IS NULL OR (r.published_at, r.id) < (${asked.after?.publishedAt ?? null}::timestamptz, ${asked.after?.id ?? null}::uuid))
    ORDER BY r.published_at DESC, r.id DESC LIMIT ${asked.limit + 1}`.execute(db)
  return rows
}

/** How many public records there are by class and unit, interpretations without a class. */
export async function countPublished(db: Db): Promise<readonly { readonly class: RecordClass | null; readonly unitId: string; readonly records: number }[]> {
  const { rows } = await sql<{ class: RecordClass | null; unitId: string; records: number }>`
    SELECT class, unit_id AS "unitId", count(*)::int AS records FROM public_records WHERE published_edition IS NOT NULL AND ended_as IS DISTINCT FROM 'withdrawn' GROUP BY class, unit_id ORDER BY class, unit_id`.execute(db)
  return rows
}

export interface LinkedRecord {
  readonly number: string
  readonly title: string
}

/** The published interpretations of a policy. */
export async function listInterpretations(db: Db, policyId: string): Promise<readonly LinkedRecord[]> {
  const { rows } = await sql<LinkedRecord>`SELECT m.number, e.title FROM ${publicEdition} WHERE r.interprets = ${policyId} AND r.ended_as IS NULL ORDER BY r.published_at`.execute(db)
  return rows
}

/** Number and title of a record, of its last edition unless only what is public counts. */
export async function findLinked(db: Db, id: string, only: 'public' | 'any'): Promise<LinkedRecord | undefined> {
  const { rows } = await sql<LinkedRecord>`
    SELECT m.number, e.title FROM public_records r JOIN matters m ON m.id = r.id
      JOIN record_editions e ON e.record_id = r.id AND e.edition = coalesce(r.published_edition, ${only === 'any' ? sql`r.edition` : sql`NULL`}) WHERE r.id = ${id}`.execute(db)
  return rows[0]
}

/** A record in the list of those who make it. */
export interface OwnRecord {
  readonly id: string
  readonly number: string
  readonly state: RecordState
  readonly unitId: string
  readonly class: RecordClass | null
  readonly theme: RecordTheme
  readonly title: string
  readonly indexNo: string | null
  readonly dueAt: Date | null
  readonly dueProvisional: boolean
}

export interface OwnPage {
  readonly units: readonly string[] | null
  readonly states: readonly RecordState[]
  /** Only those whose open clock is over at this instant. */
  readonly overdueAt: Date | null
  readonly after: string | null
  readonly limit: number
}

/** Records of these units (null: all) in these states, the newest first; one more than `limit` if there are more. */
export async function listOwnRows(db: Db, page: OwnPage): Promise<readonly OwnRecord[]> {
  const units = page.units === null ? null : [...page.units]
  const { rows } = await sql<OwnRecord>`
    SELECT r.id, m.number, m.state, r.unit_id AS "unitId", r.class, r.theme, e.title, r.index_no AS "indexNo", t.due_at AS "dueAt", coalesce(t.provisional, false) AS "dueProvisional"
    FROM public_records r JOIN matters m ON m.id = r.id JOIN record_editions e ON e.record_id = r.id AND e.edition = r.edition
      LEFT JOIN LATERAL (SELECT due_at, provisional FROM timers WHERE matter_id = r.id AND ended_at IS NULL ORDER BY due_at LIMIT 1) t ON true
    WHERE m.state = ANY(${[...page.states]}::text[]) AND (${units}::text[] IS NULL OR r.unit_id = ANY(${units}::text[]))
      AND (${page.overdueAt}::timestamptz IS NULL OR t.due_at < ${page.overdueAt}::timestamptz)
      AND (${page.after}::uuid IS NULL OR r.id < ${page.after}::uuid)
    ORDER BY r.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface Tended {
  readonly number: string
  readonly id: string
  readonly unitId: string
  readonly reviewOn: Day | null
}

/** What the program itself has to end or to remind of on a day. */
export async function listToTend(db: Db, on: { readonly day: Day; readonly endOfDay: Date }, limit: number): Promise<{ readonly expired: readonly Tended[]; readonly toWithdraw: readonly Tended[]; readonly toReview: readonly Tended[] }> {
  const of = async (condition: ReturnType<typeof sql>): Promise<readonly Tended[]> => (await sql<Tended>`SELECT r.id, m.number, r.unit_id AS "unitId", e.review_on AS "reviewOn" FROM ${publicEdition} WHERE ${condition} ORDER BY r.id LIMIT ${limit}`.execute(db)).rows
  return {
    expired: await of(sql`m.state = 'published' AND e.valid_until < ${on.day}`),
    toWithdraw: await of(sql`m.state = 'toWithdraw' AND EXISTS (SELECT FROM timers t WHERE t.matter_id = r.id AND t.name = 'withdraw' AND t.ended_at IS NULL AND t.due_at <= ${on.endOfDay})`),
    toReview: await of(sql`m.state = 'published' AND e.review_on <= ${on.day} AND r.review_reminded_on IS DISTINCT FROM e.review_on`),
  }
}
