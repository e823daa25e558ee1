import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import { ReportTemplate } from '../report/template.ts'

export interface StoredTemplate {
  readonly validFrom: Day
  readonly savedAt: Date
  readonly template: ReportTemplate
  /** Titles of the sections that shipped when it was saved. */
  readonly shippedTitles: readonly string[]
}

/** The template in force on a day; undefined while the one that ships is. */
export async function findTemplate(db: Db, name: string, day: Day): Promise<StoredTemplate | undefined> {
  const { rows } = await sql<{ validFrom: Day; savedAt: Date; body: unknown; shippedTitles: readonly string[] }>`
    SELECT valid_from AS "validFrom", saved_at AS "savedAt", body, shipped_titles AS "shippedTitles" FROM report_templates
    WHERE name = ${name} AND valid_from <= ${day}::date ORDER BY valid_from DESC, id DESC LIMIT 1`.execute(db)
  const row = rows[0]
  return row && { validFrom: row.validFrom, savedAt: row.savedAt, template: ReportTemplate.parse(row.body), shippedTitles: row.shippedTitles }
}

export interface NewTemplate {
  readonly id: string
  readonly name: string
  readonly validFrom: Day
  readonly template: ReportTemplate
  readonly shippedTitles: readonly string[]
  readonly at: Date
  readonly by: string
}

export async function insertTemplate(db: Db, { id, name, validFrom, template, shippedTitles, at, by }: NewTemplate): Promise<void> {
  await sql`
    INSERT INTO report_templates (id, name, valid_from, body, shipped_titles, saved_at, saved_by)
    VALUES (${id}, ${name}, ${validFrom}::date, ${JSON.stringify(template)}::jsonb, ${[...shippedTitles]}::text[], ${at}, ${by})`.execute(db)
}
