import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import { plainPhrases, type PlainPhrase } from '../plain-words.ts'
import { readRevision } from './events.ts'
import { readThemes } from './lists.ts'
import { shownOn } from './versions.ts'

/** What people call the items of a day, for `expandQuery`. */
export interface PhraseBook {
  readonly phrases: readonly PlainPhrase[]
  readonly names: ReadonlyMap<string, string>
}

let latest: { readonly of: string; readonly book: PhraseBook } | undefined

/** The phrase book of a day. The process keeps the last one until the catalogue changes, which one small query tells. */
export async function readPhraseBook(db: Db, day: Day): Promise<PhraseBook> {
  const of = `${await readRevision(db)} ${day}`
  if (latest?.of === of) return latest.book
  const themes = await readThemes(db)
  const { rows } = await sql<{ itemKey: string; name: string; synonyms: string[] }>`SELECT v.item_key AS "itemKey", v.name, v.synonyms FROM item_versions v WHERE ${shownOn(day)}`.execute(db)
  const book = { phrases: plainPhrases(rows, themes), names: new Map(rows.map((row) => [row.itemKey, row.name])) }
  latest = { of, book }
  return book
}
