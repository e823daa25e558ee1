import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import { toQuery, toVector } from '#kernel/search/search-text.ts'
import type { Day } from '#kernel/time/day.ts'
import type { HotlineTables } from '../tables.ts'

export interface Article {
  readonly id: string
  readonly version: number
  readonly ownerUnitId: string
  readonly category: string
  readonly question: string
  readonly answer: string
  readonly basis: string
  readonly implementCode: string | null
  readonly expiresOn: Day
  readonly writtenAt: Date
}

const columns = sql`v.article_id AS id, v.version, a.owner_unit_id AS "ownerUnitId", v.category, v.question, v.answer, v.basis, v.implement_code AS "implementCode",
  v.expires_on AS "expiresOn", v.written_at AS "writtenAt"`
const current = sql`articles a JOIN article_versions v ON v.article_id = a.id AND v.version = a.version`

/** The current version of an article; `forUpdate` holds it against another version. */
export async function findArticle(db: Db, id: string, forUpdate = false): Promise<Article | undefined> {
  const { rows } = await sql<Article>`SELECT ${columns} FROM ${current} WHERE a.id = ${id} ${forUpdate ? sql`FOR UPDATE OF a` : sql``}`.execute(db)
  return rows[0]
}

export interface ArticleVersion extends Article {
  readonly writtenBy: string
}

/** The versions of an article, newest first, before `before` if told; one more than `limit` if there are more. */
export async function listVersionRows(db: Db, page: { readonly id: string; readonly before: number | null; readonly limit: number }): Promise<readonly ArticleVersion[]> {
  const { rows } = await sql<ArticleVersion>`
    SELECT ${columns}, v.written_by AS "writtenBy" FROM articles a JOIN article_versions v ON v.article_id = a.id
    WHERE a.id = ${page.id} AND (${page.before}::int IS NULL OR v.version < ${page.before}::int)
    ORDER BY v.version DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface NewVersion extends Omit<Article, 'writtenAt'> {
  readonly writtenBy: string
  readonly writtenAt: Date
}

/** Writes a version and makes it the current one; the first creates the article. */
export async function insertVersion(db: Db, article: NewVersion): Promise<void> {
  const search = toVector([{ text: article.question, weight: 'A' }, { text: article.answer, weight: 'C' }])
  await tables<HotlineTables>(db)
    .insertInto('articles')
    .values({ id: article.id, owner_unit_id: article.ownerUnitId, version: article.version })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version: article.version }))
    .execute()
  await sql`
    INSERT INTO article_versions (article_id, version, category, question, answer, basis, implement_code, expires_on, search, written_by, written_at)
    VALUES (${article.id}, ${article.version}, ${article.category}, ${article.question}, ${article.answer}, ${article.basis}, ${article.implementCode}, ${article.expiresOn},
      ${search}::tsvector, ${article.writtenBy}, ${article.writtenAt})`.execute(db)
}

/** Articles that answer a question and have not expired, the best first. */
export async function searchArticleRows(db: Db, asked: { readonly words: string; readonly day: Day; readonly limit: number }): Promise<readonly Article[]> {
  const query = toQuery(asked.words)
  const { rows } = await sql<Article>`
    SELECT ${columns} FROM ${current} WHERE v.search @@ ${query}::tsquery AND v.expires_on >= ${asked.day}
    ORDER BY ts_rank(v.search, ${query}::tsquery) DESC, a.id LIMIT ${asked.limit}`.execute(db)
  return rows
}

/** Articles of these units (null: all), those that expire first before the others; one more than `limit` if there are more. */
export async function listArticleRows(db: Db, page: { readonly units: readonly string[] | null; readonly after: { readonly expiresOn: Day; readonly id: string } | null; readonly limit: number }): Promise<readonly Article[]> {
  const units = page.units === null ? null : [...page.units]
  const { rows } = await sql<Article>`
    SELECT ${columns} FROM ${current}
    WHERE (${units}::text[] IS NULL OR a.owner_unit_id = ANY(${units}::text[]))
      AND (${page.after?.id ?? null}::text IS NULL OR (v.expires_on, a.id) > (${page.after?.expiresOn ?? null}::date, ${page.after?.id ?? null}::text))
    ORDER BY v.expires_on, a.id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
