import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** Who has an open task of a matter: a member of staff, or everyone of a role in a unit. */
export interface Holder {
  readonly matterId: string
  readonly unitId: string
  readonly role: string
  readonly personId: string | null
}

/** Who holds some matters now, whatever their business; each holder once for each matter. */
export async function listHolders(db: Db, matterIds: readonly string[]): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    SELECT DISTINCT matter_id AS "matterId", unit_id AS "unitId", role, person_id AS "personId" FROM assignments
    WHERE until IS NULL AND matter_id = ANY(${matterIds}::uuid[]) ORDER BY 1, 2, 3, 4`.execute(db)
  return rows
}
