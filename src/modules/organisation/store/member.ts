import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { HeadPower, Post } from '../schema.ts'

/** A member of staff with everything that was ever given, newest first. */
export interface MemberRecord {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly unitId: string
  readonly hallId: string | null
  readonly windowId: string | null
  readonly postName: string
  readonly rank: Post['rank']
  readonly employedFrom: Day
  readonly employedTo: Day | null
  readonly roles: readonly { readonly role: string; readonly unitId: string; readonly from: Day; readonly to: Day | null; readonly assignedBy: string }[]
  readonly agencies: readonly { readonly id: string; readonly unitId: string; readonly headName: string; readonly powers: readonly HeadPower[] | null; readonly from: Day; readonly to: Day; readonly endedOn: Day | null }[]
}

/** The member of that number, also after leaving; refuses `organisation.staff-unknown`. */
export async function getMemberRecord(db: Db, staffId: string): Promise<MemberRecord> {
  const { rows } = await sql<MemberRecord>`
    SELECT s.id, s.name, s.sign_in_name AS "signInName", s.unit_id AS "unitId", s.hall_id AS "hallId", s.window_id AS "windowId", p.name AS "postName", p.rank,
      s.employed_from_on AS "employedFrom", s.employed_to_on AS "employedTo",
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', a.role, 'unitId', a.unit_id, 'from', a.from_on, 'to', a.to_on, 'assignedBy', a.assigned_by) ORDER BY a.from_on DESC, a.role)
        FROM role_assignments a WHERE a.staff_id = s.id), '[]') AS roles,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'unitId', h.unit_id, 'headName', b.name, 'powers', h.powers, 'from', h.from_on, 'to', h.to_on, 'endedOn', h.ended_on) ORDER BY h.from_on DESC)
        FROM head_agencies h JOIN staff b ON b.id = h.head_id WHERE h.deputy_id = s.id), '[]') AS agencies
    FROM staff s JOIN posts p ON p.id = s.post_id WHERE s.id = ${staffId}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(organisationErrors.staffUnknown, { staffId })
  return rows[0]
}
