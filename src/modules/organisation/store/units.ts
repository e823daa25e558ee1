import { sql } from 'kysely'
import { onceIn } from '#kernel/db/once-in.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { organisationErrors } from '../errors.ts'
import type { Unit } from '../schema.ts'

export interface UnitRow {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: Unit['kind']
  readonly parentId: string | null
  readonly regionCode: string
  readonly level: Unit['level']
  readonly creditCode: string
  readonly management: Unit['management']
  readonly phones: { readonly consult: string; readonly complaint: string }
  readonly closed: boolean
}

const columns = sql`id, name, short_name AS "shortName", kind, parent_id AS "parentId", region_code AS "regionCode", level, credit_code AS "creditCode",
  management, jsonb_build_object('consult', consult_phone, 'complaint', complaint_phone) AS phones,
  closed_at IS NOT NULL AS closed`

/** The unit of that key, read once in a transaction; refuses `organisation.unit-unknown`. */
export async function getUnit(db: Db, unitId: string): Promise<UnitRow> {
  return onceIn(db, `unit:${unitId}`, () => readUnit(db, unitId))
}

async function readUnit(db: Db, unitId: string): Promise<UnitRow> {
  const { rows } = await sql<UnitRow>`SELECT ${columns} FROM units WHERE id = ${unitId}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(organisationErrors.unitUnknown, { unitId })
  return rows[0]
}

/** The government-services office itself, read once in a transaction; refuses `organisation.office-missing` before the organisation is loaded. */
export async function getOffice(db: Db): Promise<UnitRow> {
  return onceIn(db, 'office', () => readOffice(db))
}

async function readOffice(db: Db): Promise<UnitRow> {
  const { rows } = await sql<UnitRow>`SELECT ${columns} FROM units WHERE kind = 'office'`.execute(db)
  if (rows[0] === undefined) throw new Refusal(organisationErrors.officeMissing)
  return rows[0]
}

/** Units in the order of their keys, one more than `limit` if there are more. */
export async function listUnitRows(db: Db, page: { readonly kind: Unit['kind'] | undefined; readonly after: string | undefined; readonly limit: number }): Promise<readonly UnitRow[]> {
  const { rows } = await sql<UnitRow>`SELECT ${columns} FROM units
    WHERE id > ${page.after ?? ''} AND (${page.kind ?? null}::text IS NULL OR kind = ${page.kind ?? null}) ORDER BY id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
