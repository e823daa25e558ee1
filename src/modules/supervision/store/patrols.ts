import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { Day } from '#kernel/time/day.ts'
import type { Half } from '../schema.ts'

export interface PatrolVisit {
  readonly id: string
  readonly half: Half
  readonly plannedAt: Date
  readonly drawId: string
  readonly visitedAt: Date | null
  readonly visitedBy: string | null
  readonly faults: number | null
}

export interface Patrol {
  readonly matter: Matter
  readonly hallId: string
  readonly day: Day
  readonly visits: readonly PatrolVisit[]
}

const visitColumns = sql`v.id, v.half, v.planned_at AS "plannedAt", v.draw_id AS "drawId", v.visited_at AS "visitedAt", v.visited_by AS "visitedBy", v.faults`

/** The halls that have their patrols of a day. */
export async function plannedHalls(db: Db, day: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ hallId: string }>`SELECT hall_id AS "hallId" FROM patrols WHERE patrolled_on = ${day}::date`.execute(db)
  return new Set(rows.map(({ hallId }) => hallId))
}

export async function insertPatrol(db: Db, patrol: { readonly id: string; readonly hallId: string; readonly day: Day; readonly visits: readonly Pick<PatrolVisit, 'id' | 'half' | 'plannedAt' | 'drawId'>[] }): Promise<void> {
  await later(db, sql`INSERT INTO patrols (id, hall_id, patrolled_on) VALUES (${patrol.id}, ${patrol.hallId}, ${patrol.day}::date)`)
  await later(db, sql`
    INSERT INTO patrol_visits (id, patrol_id, half, planned_at, draw_id)
    SELECT id, ${patrol.id}, half, "plannedAt", "drawId" FROM jsonb_to_recordset(${JSON.stringify(patrol.visits)}::jsonb) AS v(id uuid, half text, "plannedAt" timestamptz, "drawId" uuid)`)
}

export async function findPatrol(db: Db, number: string, forUpdate: boolean): Promise<Patrol | undefined> {
  const matter = await findMatter(db, 'patrol', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<{ hallId: string; day: Day }>`SELECT hall_id AS "hallId", patrolled_on::text AS day FROM patrols WHERE id = ${matter.id}`.execute(db)
  const visits = await sql<PatrolVisit>`SELECT ${visitColumns} FROM patrol_visits v WHERE v.patrol_id = ${matter.id} ORDER BY v.planned_at`.execute(db)
  return rows[0] && { matter, ...rows[0], visits: visits.rows }
}

export async function recordVisit(db: Db, id: string, visit: { readonly at: Date; readonly by: string; readonly faults: number }): Promise<void> {
  await later(db, sql`UPDATE patrol_visits SET visited_at = ${visit.at}, visited_by = ${visit.by}, faults = ${visit.faults} WHERE id = ${id}`)
}

/** Numbers of the patrols of earlier days, or of this day after its close, that were not ended. */
export async function openPatrolsUntil(db: Db, day: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`SELECT m.number FROM patrols p JOIN matters m ON m.id = p.id WHERE p.patrolled_on <= ${day}::date AND m.closed_at IS NULL ORDER BY m.id`.execute(db)
  return rows.map(({ number }) => number)
}

export interface ListedPatrol {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly hallId: string
  readonly day: Day
  readonly planned: number
  readonly made: number
  readonly faults: number
}

/** Patrols of days, newest first; `planned` counts what has come by `now` unless the whole plan may be seen. */
export async function listPatrolRows(db: Db, page: { readonly now: Date; readonly wholePlan: boolean; readonly day: Day | null; readonly before: string | null; readonly limit: number }): Promise<readonly ListedPatrol[]> {
  const { rows } = await sql<ListedPatrol>`
    SELECT m.id, m.number, m.state, p.hall_id AS "hallId", p.patrolled_on::text AS day, c.planned, c.made, c.faults
    FROM patrols p JOIN matters m ON m.id = p.id CROSS JOIN LATERAL (
      SELECT count(*)::int AS planned, count(visited_at)::int AS made, coalesce(sum(faults), 0)::int AS faults
      FROM patrol_visits v WHERE v.patrol_id = p.id AND (${page.wholePlan} OR v.planned_at <= ${page.now})
    ) c
    WHERE (${page.day}::date IS NULL OR p.patrolled_on = ${page.day}::date) AND (${page.before}::uuid IS NULL OR m.id < ${page.before}::uuid)
    ORDER BY m.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
