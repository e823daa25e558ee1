import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import type { ItemState } from '../schema/item-version.ts'

/** Where a version stands: everything about it that may change after it was published. */
export interface Standing {
  readonly id: string
  readonly version: number
  readonly state: ItemState
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly editedBy: string
  readonly editedAt: Date
  /** Everybody who saved it as a draft. */
  readonly editors: readonly string[]
  readonly department: string
  /** SM3 of the body: names what an editor read. */
  readonly contentHash: string
}

const columns = sql`v.id, v.version, v.state, v.effective_from AS "effectiveFrom", v.effective_to AS "effectiveTo", v.edited_by AS "editedBy", v.edited_at AS "editedAt", v.editors, v.department, v.content_hash AS "contentHash"`

/** All versions of an item, the oldest first; refuses `catalogue.item-unknown`. */
export async function listStandings(db: Db, implementCode: string): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`SELECT ${columns} FROM item_versions v WHERE v.implement_code = ${implementCode} ORDER BY v.version`.execute(db)
  if (rows.length === 0) throw new Refusal(catalogueErrors.itemUnknown, { implementCode })
  return rows
}

/** The same, with the item locked until the end of the transaction: whoever publishes at the same time waits. */
export async function lockStandings(db: Db, implementCode: string): Promise<readonly Standing[]> {
  await sql`SELECT 1 FROM items WHERE implement_code = ${implementCode} FOR UPDATE`.execute(db)
  return listStandings(db, implementCode)
}

/** Whether this person ever saved the version as a draft: then somebody else publishes it. */
export function hasEdited({ editedBy, editors }: Standing, actor: string): boolean {
  return editedBy === actor || editors.includes(actor)
}

/** Sets the first day on which a version no longer applies. */
export async function endVersion(db: Db, id: string, effectiveTo: Day | null): Promise<void> {
  await sql`UPDATE item_versions SET effective_to = ${effectiveTo}::date WHERE id = ${id}`.execute(db)
}

/** Suspends every version that applies today or later. Returns how many. */
export async function suspendVersions(db: Db, implementCode: string, today: Day): Promise<number> {
  return change(db, sql`UPDATE item_versions SET state = 'SUSPENDED'
    WHERE implement_code = ${implementCode} AND state = 'PUBLISHED' AND (effective_to IS NULL OR effective_to > ${today}::date)`)
}

/** Puts suspended versions back. Returns how many. */
export async function resumeVersions(db: Db, implementCode: string): Promise<number> {
  return change(db, sql`UPDATE item_versions SET state = 'PUBLISHED' WHERE implement_code = ${implementCode} AND state = 'SUSPENDED'`)
}

/** Cancels from a day on (I-15): the running version ends there, a later one never starts. Returns how many versions it touched. */
export async function cancelVersions(db: Db, implementCode: string, from: Day): Promise<number> {
  return change(db, sql`UPDATE item_versions SET state = 'CANCELLED', effective_to = greatest(effective_from, ${from}::date)
    WHERE implement_code = ${implementCode} AND state IN ('PUBLISHED', 'SUSPENDED') AND (effective_to IS NULL OR effective_to > ${from}::date)`)
}

async function change(db: Db, statement: ReturnType<typeof sql>): Promise<number> {
  return Number((await statement.execute(db)).numAffectedRows ?? 0)
}

/** Deletes a version that was never published; the database refuses any other. */
export async function deleteDraftVersion(db: Db, id: string): Promise<void> {
  await sql`DELETE FROM item_versions WHERE id = ${id}`.execute(db)
}

/** Whether an item has any version, published or not. */
export async function hasVersions(db: Db, implementCode: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM item_versions WHERE implement_code = ${implementCode} LIMIT 1`.execute(db)
  return rows.length > 0
}
