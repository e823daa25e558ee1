import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Region } from '../schema.ts'

/** The regions directly below one, or the provinces; in the order of their codes, one more than `limit` if there are more. */
export async function listRegionRows(db: Db, page: { readonly parent: string | undefined; readonly after: string | undefined; readonly limit: number }): Promise<readonly Region[]> {
  const { rows } = await sql<Region>`SELECT code, name, level, parent_code AS parent FROM regions
    WHERE parent_code IS NOT DISTINCT FROM ${page.parent ?? null}::text AND code > ${page.after ?? ''} ORDER BY code LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
