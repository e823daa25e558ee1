import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { toQuery } from '#kernel/search/search-text.ts'
import { segment } from '#kernel/search/words.ts'
import type { Day } from '#kernel/time/day.ts'
import { expandQuery } from '../plain-words.ts'
import { readPhraseBook } from './phrase-book.ts'
import { lightColumns, type LightItem, shownOn } from './versions.ts'

export interface ItemSearch {
  readonly day: Day
  /** People's own words; undefined lists everything. */
  readonly words: string | undefined
  readonly department: string | undefined
  readonly theme: string | undefined
  readonly audience: string | undefined
  readonly itemType: string | undefined
  /** Where the page before ended. */
  readonly after: { readonly score: string; readonly implementCode: string } | undefined
  readonly limit: number
}

/** A found item; the score is text with six digits, so that a page ends at exactly the same place for the database. */
export type FoundItem = LightItem & { readonly score: string }

/** Items of a day, the best answer to the words first, one more than `limit` if there are more. */
export async function searchItems(db: Db, search: ItemSearch): Promise<readonly FoundItem[]> {
  const meant = search.words === undefined ? undefined : await meaningOf(db, search.words, search.day)
  const { department = null, theme = null, audience = null, itemType = null, after } = search
  const { rows } = await sql<FoundItem & { readonly rank: string }>`
    WITH hits AS (SELECT item, score FROM jsonb_to_recordset(${JSON.stringify(meant?.hits ?? [])}::jsonb) AS h(item text, score float8)),
    found AS (
      SELECT ${lightColumns}, round((coalesce(h.score, 0) + coalesce(2 * ts_rank(v.search, ${meant?.all ?? ''}::tsquery), 0) + coalesce(ts_rank(v.search, ${meant?.any ?? ''}::tsquery), 0))::numeric, 6) AS rank
      FROM item_versions v LEFT JOIN hits h ON h.item = v.item_key
      WHERE ${shownOn(search.day)} AND (${department}::text IS NULL OR v.department = ${department}) AND (${theme}::text IS NULL OR ${theme} = ANY(v.themes))
        AND (${audience}::text IS NULL OR ${audience} = ANY(v.audiences)) AND (${itemType}::text IS NULL OR v.item_type = ${itemType})
        AND (${meant === undefined} OR h.item IS NOT NULL OR v.search @@ ${meant?.any ?? ''}::tsquery)
    )
    SELECT *, rank::text AS score FROM found
    WHERE ${after === undefined} OR rank < ${after?.score ?? 0}::numeric OR (rank = ${after?.score ?? 0}::numeric AND "implementCode" > ${after?.implementCode ?? ''})
    ORDER BY rank DESC, "implementCode" LIMIT ${search.limit + 1}`.execute(db)
  return rows.map(({ rank: _rank, ...item }) => item)
}

/** What the words mean: items that people call so, and the full-text queries for all words and for any of them. */
async function meaningOf(db: Db, words: string, day: Day): Promise<{ readonly hits: readonly { item: string; score: number }[]; readonly all: string; readonly any: string }> {
  const { phrases, names } = await readPhraseBook(db, day)
  const { core, hits } = expandQuery(words, phrases, names)
  const parts = segment(core).filter((part) => part.length > 1)
  return { hits: hits.map(({ item, score }) => ({ item, score })), all: toQuery(core), any: toQuery(core, parts) }
}

export interface DepartmentCount {
  readonly key: string
  readonly name: string
  readonly items: number
}

/** Departments that have items on a day, with how many. */
export async function countByDepartment(db: Db, day: Day): Promise<readonly DepartmentCount[]> {
  const { rows } = await sql<DepartmentCount>`SELECT v.department AS key, min(v.department_name) AS name, count(*)::int AS items FROM item_versions v WHERE ${shownOn(day)} GROUP BY v.department ORDER BY v.department`.execute(db)
  return rows
}
