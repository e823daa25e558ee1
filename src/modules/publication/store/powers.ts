import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { PowerChange, PowerText, PowerType } from '../schema.ts'
import type { PublicationTables } from '../tables.ts'

/** One version of an entry of a power and duty list. */
export interface PowerVersion extends PowerText {
  readonly id: string
  readonly unitId: string
  readonly version: number
  readonly change: PowerChange
  readonly reason: string
  readonly writtenAt: Date
}

const columns = sql`p.id, p.unit_id AS "unitId", v.version, v.name, v.type, v.basis, v.duties, v.accountability, v.implement_code AS "implementCode", v.change, v.reason, v.written_at AS "writtenAt"`
const latest = sql`powers p JOIN power_versions v ON v.power_id = p.id AND v.version = p.version`

/** The latest version of an entry; `forUpdate` holds it against another one. */
export async function findPower(db: Db, id: string, forUpdate = false): Promise<PowerVersion | undefined> {
  const { rows } = await sql<PowerVersion>`SELECT ${columns} FROM ${latest} WHERE p.id = ${id} ${forUpdate ? sql`FOR UPDATE OF p` : sql``}`.execute(db)
  return rows[0]
}

/** All versions of an entry, the newest first. */
export async function listPowerVersions(db: Db, id: string): Promise<readonly PowerVersion[]> {
  const { rows } = await sql<PowerVersion>`SELECT ${columns} FROM powers p JOIN power_versions v ON v.power_id = p.id WHERE p.id = ${id} ORDER BY v.version DESC`.execute(db)
  return rows
}

export interface PowerPage {
  readonly unitId: string
  readonly type: PowerType | null
  readonly after: { readonly type: string; readonly name: string; readonly id: string } | null
  readonly limit: number
}

/** The list of a unit as it stands, by type and name; one more than `limit` if there are more. */
export async function listPowerRows(db: Db, { unitId, type, after, limit }: PowerPage): Promise<readonly PowerVersion[]> {
  const { rows } = await sql<PowerVersion>`
    SELECT ${columns} FROM ${latest}
    WHERE p.unit_id = ${unitId} AND v.change <> 'removed' AND (${type}::text IS NULL OR v.type = ${type})
      AND (${after?.id ?? null}::uuid IS NULL OR (v.type, v.name, p.id) > (${after?.type ?? null}::text, ${after?.name ?? null}::text, ${after?.id ?? null}::uuid))
    ORDER BY v.type, v.name, p.id LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** How many entries each unit has in its list. */
export async function countPowers(db: Db): Promise<readonly { readonly unitId: string; readonly powers: number }[]> {
  const { rows } = await sql<{ unitId: string; powers: number }>`SELECT p.unit_id AS "unitId", count(*)::int AS powers FROM ${latest} WHERE v.change <> 'removed' GROUP BY p.unit_id ORDER BY p.unit_id`.execute(db)
  return rows
}

export interface ChangePage {
  readonly unitId: string | null
  readonly after: { readonly writtenAt: Date; readonly id: string } | null
  readonly limit: number
}

/** What changed in the lists, the newest first; one more than `limit` if there are more. */
export async function listPowerChanges(db: Db, { unitId, after, limit }: ChangePage): Promise<readonly PowerVersion[]> {
  const { rows } = await sql<PowerVersion>`
    SELECT ${columns} FROM powers p JOIN power_versions v ON v.power_id = p.id
    WHERE (${unitId}::text IS NULL OR p.unit_id = ${unitId})
      AND (${after?.id ?? null}::uuid IS NULL OR (v.written_at, v.power_id) < (${after?.writtenAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY v.written_at DESC, v.power_id DESC LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** Items of the catalogue that the unit has in its list already, under entries that still stand or were removed on purpose. */
export async function listedItems(db: Db, unitId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`SELECT DISTINCT v.implement_code AS code FROM powers p JOIN power_versions v ON v.power_id = p.id WHERE p.unit_id = ${unitId} AND v.implement_code IS NOT NULL`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

export interface NewPowerVersion extends Omit<PowerVersion, 'writtenAt'> {
  readonly writtenBy: string
  readonly writtenAt: Date
}

/** Writes versions and makes each the latest of its entry; a first one creates it. */
export async function insertPowerVersions(db: Db, versions: readonly NewPowerVersion[]): Promise<void> {
  if (versions.length === 0) return
  await tables<PublicationTables>(db)
    .insertInto('powers')
    .values(versions.map(({ id, unitId, version }) => ({ id, unit_id: unitId, version })))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version: (row) => row.ref('excluded.version') }))
    .execute()
  await tables<PublicationTables>(db)
    .insertInto('power_versions')
    .values(
      versions.map((row) => ({
        power_id: row.id,
        version: row.version,
        name: row.name,
        type: row.type,
        basis: row.basis,
        duties: row.duties,
        accountability: row.accountability,
        implement_code: row.implementCode,
        change: row.change,
        reason: row.reason,
        written_by: row.writtenBy,
        written_at: row.writtenAt,
      })),
    )
    .execute()
}
