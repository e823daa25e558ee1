import { sql } from 'kysely'
import type { HeldRole, StaffCaller } from '#kernel/access/caller.ts'
import { onceIn } from '#kernel/db/once-in.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { Post, Role } from '../schema.ts'
import { agencyInForce, employed, inForce } from './periods.ts'

export interface StaffRow {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly hallId: string | null
  readonly windowId: string | null
  readonly postName: string
  readonly rank: Post['rank']
}

const columns = sql`s.id, s.name, s.unit_id AS "unitId", s.hall_id AS "hallId", s.window_id AS "windowId", p.name AS "postName", p.rank`

/** The member of staff of that number, also after leaving; refuses `organisation.staff-unknown`. */
export async function getStaff(db: Db, staffId: string): Promise<StaffRow> {
  const { rows } = await sql<StaffRow>`SELECT ${columns} FROM staff s JOIN posts p ON p.id = s.post_id WHERE s.id = ${staffId}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(organisationErrors.staffUnknown, { staffId })
  return rows[0]
}

/** The names of members of staff by their numbers, also after leaving; unknown numbers are left out. */
export async function listStaffNames(db: Db, staffIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (staffIds.length === 0) return {}
  const { rows } = await sql<{ id: string; name: string }>`SELECT id, name FROM staff WHERE id = ANY(${[...staffIds]})`.execute(db)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

export interface ListedStaff extends StaffRow {
  readonly signInName: string
  readonly roles: readonly HeldRole[]
}

/** Members in office on a day with their roles of that day, of the given units or of all, with the given role or any; in the order of their numbers. */
export async function listStaffRows(
  db: Db,
  page: { readonly units: readonly string[] | undefined; readonly role: Role | undefined; readonly day: Day; readonly after: string | undefined; readonly limit: number },
): Promise<readonly ListedStaff[]> {
  const { rows } = await sql<ListedStaff>`
    SELECT ${columns}, s.sign_in_name AS "signInName",
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', a.role, 'unitId', a.unit_id) ORDER BY a.role, a.unit_id)
        FROM role_assignments a WHERE a.staff_id = s.id AND ${inForce(page.day)}), '[]') AS roles
    FROM staff s JOIN posts p ON p.id = s.post_id
    WHERE s.id > ${page.after ?? ''} AND ${employed(page.day)} AND (${page.units === undefined} OR s.unit_id = ANY(${page.units ?? []}::text[]))
      AND (${page.role === undefined} OR EXISTS (SELECT FROM role_assignments a WHERE a.staff_id = s.id AND a.role = ${page.role ?? ''} AND ${inForce(page.day)}))
    ORDER BY s.id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

interface Eligible {
  readonly unitId: string
  readonly role: Role
  readonly day: Day
  readonly except: readonly string[]
}

/** Staff who hold a role for a unit on a day and are in office, in the order of their numbers: the candidates of an assignment or a draw (C-15). Read once in a transaction. */
export async function listEligible(db: Db, asked: Eligible): Promise<readonly string[]> {
  return onceIn(db, `eligible:${asked.unitId}:${asked.role}:${asked.day}:${asked.except.join()}`, () => readEligible(db, asked))
}

async function readEligible(db: Db, asked: Eligible): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT s.id FROM role_assignments a JOIN staff s ON s.id = a.staff_id
    WHERE a.unit_id = ${asked.unitId} AND a.role = ${asked.role} AND ${inForce(asked.day)} AND ${employed(asked.day)}
      AND s.id <> ALL(${asked.except}::text[])
    ORDER BY s.id`.execute(db)
  return rows.map((row) => row.id)
}

/** Members of a unit who review or approve for it on a day, in the order of their numbers: those who may look into a case together. */
export async function listOfficers(db: Db, page: { readonly unitId: string; readonly day: Day; readonly after: string | undefined; readonly limit: number }): Promise<readonly Pick<StaffRow, 'id' | 'name'>[]> {
  const { rows } = await sql<Pick<StaffRow, 'id' | 'name'>>`
    SELECT s.id, s.name FROM staff s
    WHERE s.id > ${page.after ?? ''} AND s.unit_id = ${page.unitId} AND ${employed(page.day)}
      AND EXISTS (SELECT FROM role_assignments a WHERE a.staff_id = s.id AND a.unit_id = s.unit_id AND a.role IN ('reviewer', 'approver') AND ${inForce(page.day)})
    ORDER BY s.id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/**
 * The caller that a member of staff is on a day, with the roles in force. A deputy of the head holds `unitHead` while an
 * agency gives all powers, and `actingHead` while it gives some: each use of a power is still checked with `getActingHeads`.
 * Refuses `organisation.staff-unknown`, and `organisation.not-in-office` before the first and after the last day of work.
 */
export async function getStaffCaller(db: Db, staffId: string, day: Day): Promise<StaffCaller> {
  const { rows } = await sql<Omit<StaffCaller, 'kind' | 'hallId' | 'windowId'> & { hallId: string | null; windowId: string | null; employed: boolean }>`
    SELECT s.id, s.name, s.unit_id AS "unitId", s.hall_id AS "hallId", s.window_id AS "windowId", ${employed(day)} AS employed,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', held.role, 'unitId', held.unit_id) ORDER BY held.role, held.unit_id) FROM (
        SELECT a.role, a.unit_id FROM role_assignments a WHERE a.staff_id = s.id AND ${inForce(day)}
        UNION
        SELECT CASE WHEN h.powers IS NULL THEN 'unitHead' ELSE 'actingHead' END, h.unit_id FROM head_agencies h WHERE h.deputy_id = s.id AND ${agencyInForce(day)}
      ) held), '[]') AS roles
    FROM staff s WHERE s.id = ${staffId}`.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Refusal(organisationErrors.staffUnknown, { staffId })
  if (!row.employed) throw new Refusal(organisationErrors.notInOffice)
  return { kind: 'staff', id: row.id, name: row.name, unitId: row.unitId, hallId: row.hallId ?? undefined, windowId: row.windowId ?? undefined, roles: row.roles }
}

/**
 * The last day on which a member of staff holds all that `getStaffCaller` gives on `day`: the first end of employment, of a role,
 * of an agency of the head, or of the head's own office on which an agency rests. Undefined if nothing has an end.
 */
export async function lastDayOfRoles(db: Db, staffId: string, day: Day): Promise<Day | undefined> {
  const { rows } = await sql<{ lastDay: Day | null }>`
    SELECT min(last_on) AS "lastDay" FROM (
      SELECT s.employed_to_on AS last_on FROM staff s WHERE s.id = ${staffId}
      UNION ALL SELECT a.to_on FROM role_assignments a WHERE a.staff_id = ${staffId} AND ${inForce(day)}
      UNION ALL SELECT least(h.to_on, a.to_on, s.employed_to_on)
        FROM head_agencies h JOIN staff s ON s.id = h.head_id JOIN role_assignments a ON a.staff_id = h.head_id AND a.unit_id = h.unit_id AND a.role = 'unitHead' AND ${inForce(day)}
        WHERE h.deputy_id = ${staffId} AND ${agencyInForce(day)}
    ) ends`.execute(db)
  return rows[0]?.lastDay ?? undefined
}
