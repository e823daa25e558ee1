import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { DisclosureTables } from '../tables.ts'

/** An annual report with what belongs to it. */
export interface AnnualReport {
  readonly matter: Matter
  readonly unitId: string
  readonly year: number
  readonly address: string | null
  readonly publishedAt: Date | null
}

/** Reads a report by its number; `forUpdate` holds it until commit. */
export async function findAnnualReport(db: Db, number: string, forUpdate: boolean): Promise<AnnualReport | undefined> {
  const matter = await findMatter(db, 'annualReport', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<Omit<AnnualReport, 'matter'>>`
    SELECT unit_id AS "unitId", year, address, published_at AS "publishedAt" FROM disclosure_annual_reports WHERE id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

/** The number of the report of a unit about a year. */
export async function findReportNumber(db: Db, of: { readonly unitId: string; readonly year: number }): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    SELECT m.number FROM disclosure_annual_reports r JOIN matters m ON m.id = r.id WHERE r.unit_id = ${of.unitId} AND r.year = ${of.year}`.execute(db)
  return rows[0]?.number
}

export async function insertAnnualReport(db: Db, row: { readonly id: string; readonly unit_id: string; readonly year: number }): Promise<void> {
  await tables<DisclosureTables>(db).insertInto('disclosure_annual_reports').values(row).execute()
}

export async function markReportPublished(db: Db, id: string, { address, at }: { readonly address: string; readonly at: Date }): Promise<void> {
  await tables<DisclosureTables>(db).updateTable('disclosure_annual_reports').set({ address, published_at: at }).where('id', '=', id).execute()
}
