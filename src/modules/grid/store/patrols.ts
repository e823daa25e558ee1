import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

export interface Plan {
  readonly id: string
  readonly workerId: string
  readonly unitId: string
  readonly onDay: string
  readonly cellIds: readonly string[]
}

/** Puts the plan of a worker and day in the place of an earlier one. */
export async function savePlan(db: Db, plan: Plan & { readonly plannedBy: string }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO patrol_plans (id, worker_id, unit_id, on_day, cell_ids, planned_by)
    VALUES (${plan.id}, ${plan.workerId}, ${plan.unitId}, ${plan.onDay}, ${[...plan.cellIds]}, ${plan.plannedBy})
    ON CONFLICT (worker_id, on_day) DO UPDATE SET cell_ids = excluded.cell_ids, planned_by = excluded.planned_by RETURNING id`.execute(db)
  return rows[0]?.id ?? plan.id
}

/** Plans of a day, with how many of their cells have a point of the worker's track of that day. */
export async function listPlans(db: Db, asked: { readonly day: string; readonly units: readonly string[] | null; readonly workerId: string | null }): Promise<readonly (Plan & { readonly visited: readonly string[] })[]> {
  const { rows } = await sql<Plan & { visited: readonly string[] }>`
    SELECT p.id, p.worker_id AS "workerId", p.unit_id AS "unitId", p.on_day::text AS "onDay", p.cell_ids AS "cellIds",
      coalesce((SELECT jsonb_agg(DISTINCT t.cell_id) FROM track_points t WHERE t.worker_id = p.worker_id AND (t.noted_at AT TIME ZONE 'Asia/Shanghai')::date = p.on_day AND t.cell_id = ANY(p.cell_ids)), '[]') AS visited
    FROM patrol_plans p
    WHERE p.on_day = ${asked.day}::date AND (${asked.units === null ? null : [...asked.units]}::text[] IS NULL OR p.unit_id = ANY(${asked.units === null ? null : [...asked.units]}::text[]))
      AND (${asked.workerId}::text IS NULL OR p.worker_id = ${asked.workerId})
    ORDER BY p.worker_id`.execute(db)
  return rows
}

export interface TrackPoint {
  readonly notedAt: Date
  readonly longitude: number
  readonly latitude: number
  readonly cellId: string
}

/** Adds points to a track; one that is known already changes nothing. */
export async function insertTrack(db: Db, workerId: string, points: readonly TrackPoint[]): Promise<number> {
  const { rows } = await sql`
    INSERT INTO track_points (worker_id, noted_at, longitude, latitude, cell_id)
    SELECT ${workerId}, r."notedAt", r.longitude, r.latitude, r."cellId"
    FROM jsonb_to_recordset(${JSON.stringify(points)}::jsonb) AS r("notedAt" timestamptz, longitude double precision, latitude double precision, "cellId" text)
    ON CONFLICT DO NOTHING RETURNING 1 AS added`.execute(db)
  return rows.length
}
