import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { HotlineTables } from '../tables.ts'

export interface CallerRow {
  readonly id: string
  readonly sealedFacts: Buffer
}

/** The caller of that id, or known by that telephone. */
export async function findCaller(db: Db, by: { readonly id: string | null; readonly phoneIndex: string | null }): Promise<CallerRow | undefined> {
  const { rows } = await sql<CallerRow>`SELECT id, sealed_facts AS "sealedFacts" FROM callers WHERE id = ${by.id}::uuid OR phone_index = ${by.phoneIndex}::text`.execute(db)
  return rows[0]
}

export async function getCaller(db: Db, id: string): Promise<CallerRow> {
  const row = await tables<HotlineTables>(db).selectFrom('callers').select(['id', 'sealed_facts as sealedFacts']).where('id', '=', id).executeTakeFirstOrThrow()
  return row
}

/** Adds a caller; false when the same telephone or person was added by another call at the same moment. */
export async function insertCaller(db: Db, row: { readonly id: string; readonly phone_index: string | null; readonly sealed_facts: Buffer; readonly first_called_at: Date }): Promise<boolean> {
  const added = await tables<HotlineTables>(db).insertInto('callers').values(row).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return added !== undefined
}

export async function updateCaller(db: Db, id: string, sealedFacts: Buffer): Promise<void> {
  await tables<HotlineTables>(db).updateTable('callers').set({ sealed_facts: sealedFacts }).where('id', '=', id).execute()
}
