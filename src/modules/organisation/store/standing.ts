import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

/** What keeps a unit from being closed. */
export interface UnitInUse {
  readonly staff: number
  readonly halls: number
  readonly units: number
  readonly matters: number
}

/** Staff in office on the day or later, open halls and units below it, and matters that it still has to answer. */
export async function unitInUse(db: Db, unitId: string, day: Day): Promise<UnitInUse> {
  const { rows } = await sql<UnitInUse>`
    SELECT (SELECT count(*)::int FROM staff WHERE unit_id = ${unitId} AND (employed_to_on IS NULL OR employed_to_on >= ${day}::date)) AS staff,
      (SELECT count(*)::int FROM halls WHERE unit_id = ${unitId} AND closed_at IS NULL) AS halls,
      (SELECT count(*)::int FROM units WHERE parent_id = ${unitId} AND closed_at IS NULL) AS units,
      (SELECT count(*)::int FROM matters WHERE lead_unit_id = ${unitId} AND closed_at IS NULL) AS matters`.execute(db)
  return rows[0] ?? { staff: 0, halls: 0, units: 0, matters: 0 }
}

/** Members in office on the day or later who sit in a hall or at a window. */
export async function staffSittingAt(db: Db, place: { readonly hallId: string } | { readonly windowId: string }, day: Day): Promise<number> {
  const where = 'hallId' in place ? sql`hall_id = ${place.hallId}` : sql`window_id = ${place.windowId}`
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM staff WHERE ${where} AND (employed_to_on IS NULL OR employed_to_on >= ${day}::date)`.execute(db)
  return rows[0]?.count ?? 0
}

const closable = { unit: sql`units`, hall: sql`halls`, window: sql`windows` } as const

/** Holds a unit, hall or window until commit; false if there is none or it is closed. */
export async function holdOpen(db: Db, kind: keyof typeof closable, id: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ${closable[kind]} WHERE id = ${id} AND closed_at IS NULL FOR UPDATE`.execute(db)
  return rows.length > 0
}

/** Closes what was held. */
export async function closeRecord(db: Db, kind: keyof typeof closable, id: string, at: Date): Promise<void> {
  await sql`UPDATE ${closable[kind]} SET closed_at = ${at} WHERE id = ${id}`.execute(db)
}

/** Whether another unit has the credit code. */
export async function creditCodeTaken(db: Db, unitId: string, creditCode: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM units WHERE credit_code = ${creditCode} AND id <> ${unitId}`.execute(db)
  return rows.length > 0
}

/** Whether another window of the hall, open or closed, has the number. */
export async function numberTaken(db: Db, hallId: string, window: { readonly id: string; readonly number: number }): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM windows WHERE hall_id = ${hallId} AND number = ${window.number} AND id <> ${window.id}`.execute(db)
  return rows.length > 0
}

/** Whether a unit is another one or stands somewhere below it. */
export async function isAtOrBelow(db: Db, unitId: string, aboveId: string): Promise<boolean> {
  const { rows } = await sql`
    WITH RECURSIVE up (id, parent_id) AS (
      SELECT id, parent_id FROM units WHERE id = ${unitId} UNION SELECT u.id, u.parent_id FROM units u JOIN up ON u.id = up.parent_id)
    SELECT 1 FROM up WHERE id = ${aboveId}`.execute(db)
  return rows.length > 0
}

export async function regionExists(db: Db, code: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM regions WHERE code = ${code}`.execute(db)
  return rows.length > 0
}
