import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { Post } from '../schema.ts'

/** The next free number on a badge, in the series of the office; two at once come one after the other. */
export async function nextStaffNumber(db: Db): Promise<string> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.staff-numbers', 0))`.execute(db)
  const { rows } = await sql<{ last: string | null }>`SELECT max(id) AS last FROM staff`.execute(db)
  const last = rows[0]?.last ?? 'AA0000'
  return `${last.slice(0, 2)}${String(Number(last.slice(2)) + 1).padStart(4, '0')}`
}

/** The post of that name and rank in the unit; made if the unit has none. Posts carry no powers until they are given. */
export async function postOf(db: Db, { unitId, name, rank }: { readonly unitId: string; readonly name: string; readonly rank: Post['rank'] }): Promise<string> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM posts WHERE unit_id = ${unitId} AND name = ${name} AND rank = ${rank} ORDER BY id LIMIT 1`.execute(db)
  if (rows[0] !== undefined) return rows[0].id
  const made = await sql<{ id: string }>`INSERT INTO posts (id, unit_id, name, rank, powers)
    SELECT ${unitId} || '-post-' || (count(*) + 1), ${unitId}, ${name}, ${rank}, '{}' FROM posts WHERE unit_id = ${unitId} RETURNING id`.execute(db)
  return made.rows[0]?.id ?? ''
}

export interface Placement {
  readonly unitId: string
  readonly postId: string
  readonly hallId: string | null
  readonly windowId: string | null
}

/** False if the sign-in name is in use. */
export async function insertMember(db: Db, member: Placement & { readonly id: string; readonly name: string; readonly signInName: string; readonly from: Day }): Promise<boolean> {
  const { rows } = await sql`INSERT INTO staff (id, name, sign_in_name, unit_id, post_id, hall_id, window_id, employed_from_on)
    VALUES (${member.id}, ${member.name}, ${member.signInName}, ${member.unitId}, ${member.postId}, ${member.hallId}, ${member.windowId}, ${member.from}::date)
    ON CONFLICT (sign_in_name) DO NOTHING RETURNING 1`.execute(db)
  return rows.length > 0
}

export async function placeMember(db: Db, staffId: string, { unitId, postId, hallId, windowId }: Placement): Promise<void> {
  await sql`UPDATE staff SET unit_id = ${unitId}, post_id = ${postId}, hall_id = ${hallId}, window_id = ${windowId} WHERE id = ${staffId}`.execute(db)
}

/** Sets the last day in office; roles end with it by themselves. */
export async function endEmployment(db: Db, staffId: string, lastDay: Day): Promise<void> {
  await sql`UPDATE staff SET employed_to_on = ${lastDay}::date WHERE id = ${staffId}`.execute(db)
}
