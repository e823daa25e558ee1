import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf, type Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { HeadAgency, HeadPower } from '../schema.ts'
import { agencyInForce, employed, inForce } from './periods.ts'

export interface ActingHeadRow {
  readonly staffId: string
  readonly rank: 'head' | 'actingHead'
}

/**
 * Who may use a power of a unit's head on a day (行政许可法 art. 42, 46, 69): the head first, then deputies whose agency in
 * force gives that power. Refuses `organisation.no-head` when there is nobody.
 */
export async function getActingHeads(db: Db, asked: { readonly unitId: string; readonly day: Day; readonly power: HeadPower }): Promise<readonly ActingHeadRow[]> {
  const { rows } = await sql<ActingHeadRow>`
    SELECT a.staff_id AS "staffId", 'head' AS rank FROM role_assignments a JOIN staff s ON s.id = a.staff_id
    WHERE a.unit_id = ${asked.unitId} AND a.role = 'unitHead' AND ${inForce(asked.day)} AND ${employed(asked.day)}
    UNION ALL
    SELECT h.deputy_id, 'actingHead' FROM head_agencies h JOIN staff s ON s.id = h.deputy_id
    WHERE h.unit_id = ${asked.unitId} AND (h.powers IS NULL OR ${asked.power} = ANY(h.powers)) AND ${employed(asked.day)} AND ${agencyInForce(asked.day)}
    ORDER BY rank DESC, "staffId"`.execute(db)
  if (rows.length === 0) throw new Refusal(organisationErrors.noHead, { unitId: asked.unitId, on: asked.day })
  return rows
}

interface AgencyRow {
  readonly key: string
  readonly unitKey: string
  readonly headStaffNo: string
  readonly deputyStaffNo: string
  readonly powers: readonly HeadPower[] | null
  readonly from: Day
  readonly to: Day
}

const agencyColumns = sql`h.id AS key, h.unit_id AS "unitKey", h.head_id AS "headStaffNo", h.deputy_id AS "deputyStaffNo", h.powers, h.from_on AS "from", h.to_on AS "to"`

function agencyOf(row: AgencyRow): HeadAgency {
  return { ...row, powers: row.powers ?? 'all' }
}

/** Agencies of a unit that were not ended early, held against a second grant until commit. */
export async function lockAgencies(db: Db, unitId: string): Promise<readonly HeadAgency[]> {
  await sql`SELECT id FROM units WHERE id = ${unitId} FOR UPDATE`.execute(db)
  const { rows } = await sql<AgencyRow>`SELECT ${agencyColumns} FROM head_agencies h WHERE h.unit_id = ${unitId} AND h.ended_on IS NULL`.execute(db)
  return rows.map(agencyOf)
}

/** An agency with its row held until commit, and whether it was ended; refuses an unknown one. */
export async function lockAgency(db: Db, id: string): Promise<{ readonly agency: HeadAgency; readonly ended: boolean }> {
  const { rows } = await sql<AgencyRow & { ended: boolean }>`SELECT ${agencyColumns}, h.ended_on IS NOT NULL AS ended FROM head_agencies h WHERE h.id = ${id} FOR UPDATE OF h`.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Refusal(organisationErrors.agencyUnknown)
  return { agency: agencyOf(row), ended: row.ended }
}

export async function insertAgency(db: Db, agency: HeadAgency, now: Date): Promise<void> {
  await sql`INSERT INTO head_agencies (id, unit_id, head_id, deputy_id, powers, from_on, to_on, granted_at)
    VALUES (${agency.key}, ${agency.unitKey}, ${agency.headStaffNo}, ${agency.deputyStaffNo}, ${agency.powers === 'all' ? null : agency.powers}, ${agency.from}, ${agency.to}, ${now})`.execute(db)
}

/** Ends an agency: it has no force from the day of `now` on. */
export async function endAgency(db: Db, id: string, now: Date): Promise<void> {
  await sql`UPDATE head_agencies SET ended_on = ${dayOf(now)} WHERE id = ${id}`.execute(db)
}
