import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { Member } from '../rules/roles.ts'
import type { Role, RoleAssignment, RoleDefinition } from '../schema.ts'
import { employed, inForce } from './periods.ts'

interface MemberRow {
  readonly staffNo: string
  readonly unitKey: string
  readonly from: Day
  readonly to: Day | null
  readonly roles: readonly RoleAssignment[]
}

/** Members with all their role assignments, past and future, as the rules take them. */
export async function findMembers(db: Db, staffIds: readonly string[]): Promise<readonly Member[]> {
  const { rows } = await sql<MemberRow>`
    SELECT s.id AS "staffNo", s.unit_id AS "unitKey", s.employed_from_on AS "from", s.employed_to_on AS "to",
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', a.role, 'unitKey', a.unit_id, 'from', a.from_on, 'to', a.to_on) ORDER BY a.from_on)
        FROM role_assignments a WHERE a.staff_id = s.id), '[]') AS roles
    FROM staff s WHERE s.id = ANY(${staffIds}::text[])`.execute(db)
  return rows.map(({ from, to, ...member }) => ({ ...member, employed: { from, to } }))
}

/** One member, held until commit so that two changes of roles come one after the other; refuses `organisation.staff-unknown`. */
export async function lockMember(db: Db, staffId: string): Promise<Member> {
  await sql`SELECT id FROM staff WHERE id = ${staffId} FOR UPDATE`.execute(db)
  const [member] = await findMembers(db, [staffId])
  if (member === undefined) throw new Refusal(organisationErrors.staffUnknown, { staffId })
  return member
}

export async function listRoleDefinitions(db: Db): Promise<readonly RoleDefinition[]> {
  const { rows } = await sql<RoleDefinition>`SELECT role AS key, reach, read_only AS "readOnly", excludes FROM role_definitions ORDER BY role`.execute(db)
  return rows
}

/** How many members in office hold each role on a day, for whichever units; a role that nobody holds is left out. */
export async function countHolders(db: Db, day: Day): Promise<ReadonlyMap<Role, number>> {
  const { rows } = await sql<{ role: Role; holders: number }>`
    SELECT a.role, count(DISTINCT a.staff_id)::int AS holders FROM role_assignments a JOIN staff s ON s.id = a.staff_id
    WHERE ${inForce(day)} AND ${employed(day)} GROUP BY a.role`.execute(db)
  return new Map(rows.map(({ role, holders }) => [role, holders]))
}

export interface RoleGrant {
  readonly staffId: string
  readonly role: Role
  readonly unitId: string
  readonly from: Day
  readonly to: Day | null
}

export async function insertRole(db: Db, grant: RoleGrant, by: string, now: Date): Promise<void> {
  await sql`INSERT INTO role_assignments (staff_id, role, unit_id, from_on, to_on, assigned_by, assigned_at)
    VALUES (${grant.staffId}, ${grant.role}, ${grant.unitId}, ${grant.from}, ${grant.to}, ${by}, ${now})`.execute(db)
}

/** Sets the last day of an assignment that began on `from`. */
export async function endRole(db: Db, grant: RoleGrant, by: string): Promise<void> {
  await sql`UPDATE role_assignments SET to_on = ${grant.to}, ended_by = ${by}
    WHERE staff_id = ${grant.staffId} AND role = ${grant.role} AND unit_id = ${grant.unitId} AND from_on = ${grant.from}`.execute(db)
}
