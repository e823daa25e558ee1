import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Arrangement } from '#kernel/time/arrangement.ts'
import type { Closure } from '#kernel/time/calendar.ts'
import type { Day } from '#kernel/time/day.ts'
import type { Place } from './place.ts'

/** A published arrangement with its edition within the year. */
export interface PublishedArrangement {
  readonly edition: number
  readonly calendarVersion: number
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly arrangement: Arrangement
}

/** A closure with where it applies; without a place it is the whole office's. */
export interface PlacedClosure extends Closure {
  readonly id: string
  readonly edition: number
  readonly place?: Place
}

/** The calendar version in force; 0 before anything was published. */
export async function newestVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`SELECT max(version) AS version FROM calendar_versions`.execute(db)
  return rows[0]?.version ?? 0
}

/** Opens the next calendar version; two at once come one after the other. */
export async function insertVersion(db: Db, change: { readonly change: 'arrangement' | 'closure'; readonly about: string; readonly at: Date; readonly by: string }): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.calendar_versions', 0))`.execute(db)
  const { rows } = await sql<{ version: number }>`
    INSERT INTO calendar_versions (version, published_at, published_by, change, about)
    SELECT coalesce(max(version), 0) + 1, ${change.at}, ${change.by}, ${change.change}, ${change.about} FROM calendar_versions RETURNING version`.execute(db)
  return only(rows).version
}

/** Stores an arrangement as the next edition of its year; returns the edition. */
export async function insertArrangement(db: Db, arrangement: Arrangement, calendarVersion: number): Promise<number> {
  const { notice } = arrangement
  const { rows } = await sql<{ edition: number }>`
    INSERT INTO calendar_arrangements (year, edition, calendar_version, notice_title, notice_number, notice_address, body)
    SELECT ${arrangement.year}, coalesce(max(edition), 0) + 1, ${calendarVersion}, ${notice.title}, ${notice.number ?? null}, ${notice.address ?? null}, ${JSON.stringify(arrangement)}::jsonb
    FROM calendar_arrangements WHERE year = ${arrangement.year} RETURNING edition`.execute(db)
  return only(rows).edition
}

interface ArrangementRow extends Omit<PublishedArrangement, 'arrangement'> {
  readonly body: unknown
}

/** The current arrangement of each published year, as of a calendar version. */
export async function listPublishedArrangements(db: Db, asOf: number): Promise<readonly PublishedArrangement[]> {
  const { rows } = await sql<ArrangementRow>`
    SELECT DISTINCT ON (a.year) a.edition, a.calendar_version AS "calendarVersion", v.published_at AS "publishedAt", v.published_by AS "publishedBy", a.body
    FROM calendar_arrangements a JOIN calendar_versions v ON v.version = a.calendar_version
    WHERE a.calendar_version <= ${asOf} ORDER BY a.year, a.edition DESC`.execute(db)
  return rows.map(publishedOf)
}

/** Every edition of one year, newest first. */
export async function listEditions(db: Db, year: number): Promise<readonly PublishedArrangement[]> {
  const { rows } = await sql<ArrangementRow>`
    SELECT a.edition, a.calendar_version AS "calendarVersion", v.published_at AS "publishedAt", v.published_by AS "publishedBy", a.body
    FROM calendar_arrangements a JOIN calendar_versions v ON v.version = a.calendar_version
    WHERE a.year = ${year} ORDER BY a.edition DESC`.execute(db)
  return rows.map(publishedOf)
}

function publishedOf({ body, ...row }: ArrangementRow): PublishedArrangement {
  return { ...row, arrangement: Arrangement.parse(body) }
}

/** Stores the next edition of a closure; a withdrawn one closes no day. */
export async function insertClosure(db: Db, closure: Omit<PlacedClosure, 'edition'>, options: { readonly calendarVersion: number; readonly withdrawn: boolean }): Promise<void> {
  await sql`
    INSERT INTO calendar_closures (id, edition, calendar_version, place_kind, place, first_on, last_on, name, source, withdrawn)
    SELECT ${closure.id}, coalesce(max(edition), 0) + 1, ${options.calendarVersion}, ${closure.place?.kind ?? 'all'}, ${closure.place?.id ?? null}::text, ${closure.from}::date, ${closure.to}::date,
      ${closure.name}, ${closure.source}, ${options.withdrawn} FROM calendar_closures WHERE id = ${closure.id}`.execute(db)
}

/** The closures in force as of a calendar version. */
export async function listClosures(db: Db, asOf: number): Promise<readonly PlacedClosure[]> {
  const { rows } = await sql<{ id: string; edition: number; place_kind: 'all' | Place['kind']; place: string | null; first_on: Day; last_on: Day; name: string; source: string }>`
    SELECT * FROM (
      SELECT DISTINCT ON (id) id, edition, place_kind, place, first_on, last_on, name, source, withdrawn FROM calendar_closures
      WHERE calendar_version <= ${asOf} ORDER BY id, edition DESC) newest
    WHERE NOT withdrawn ORDER BY first_on, id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    edition: row.edition,
    from: row.first_on,
    to: row.last_on,
    name: row.name,
    source: row.source,
    ...(row.place_kind !== 'all' && row.place !== null && { place: { kind: row.place_kind, id: row.place } }),
  }))
}

/** The row that an INSERT … SELECT of an aggregate always makes. */
function only<R>([row]: readonly R[]): R {
  if (row === undefined) throw new Error('an insert returned no row')
  return row
}
