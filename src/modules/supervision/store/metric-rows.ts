import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`

/** Findings of the period that stood in the register at the cut-off; counted: all, or those that name a person. */
export async function findingRows(window: MetricWindow, set: 'all' | 'staff'): Promise<MetricRows> {
  return sql`
    SELECT f.id::text AS key, f.id AS matter_id, f.found_at AS at, ${set === 'all' ? sql`true` : sql`f.staff_id IS NOT NULL AND f.grade <> 'minor'`} AS counted, f.unit_id, f.window_id, f.source AS kind
    FROM findings f WHERE ${inWindow(window, sql`f.found_at`)} AND f.entered_at <= ${window.cutOff} AND (f.overturned_at IS NULL OR f.overturned_at > ${window.cutOff})`
}

/** The first letter of the period to each unit that was not lifted by the cut-off: each unit is one row. */
export async function letteredUnits(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT DISTINCT ON (e.unit_id) e.unit_id AS key, e.id AS matter_id, e.issued_at AS at, true AS counted, e.unit_id
    FROM measures e WHERE e.kind IN ('letter', 'letterWithRecordings') AND ${inWindow(window, sql`e.issued_at`)} AND (e.lifted_at IS NULL OR e.lifted_at > ${window.cutOff})
    ORDER BY e.unit_id, e.issued_at, e.id`
}

/** Patrols made in the period. */
export async function madeVisits(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT v.id::text AS key, v.patrol_id AS matter_id, v.visited_at AS at, true AS counted, m.lead_unit_id AS unit_id, p.hall_id
    FROM patrol_visits v JOIN patrols p ON p.id = v.patrol_id JOIN matters m ON m.id = p.id WHERE ${inWindow(window, sql`v.visited_at`)}`
}

/** Half-days of the period that had their patrols drawn; counted are those on which at least four were made (S-04). */
export async function patrolledHalves(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT v.patrol_id::text || ' ' || v.half AS key, v.patrol_id AS matter_id, min(v.planned_at) AS at, count(*) FILTER (WHERE v.visited_at <= ${window.cutOff}) >= 4 AS counted, m.lead_unit_id AS unit_id, p.hall_id
    FROM patrol_visits v JOIN patrols p ON p.id = v.patrol_id JOIN matters m ON m.id = p.id WHERE ${inWindow(window, sql`v.planned_at`)} GROUP BY v.patrol_id, v.half, p.hall_id, m.lead_unit_id`
}

/** Complaints whose acceptance was due in the period; counted are those decided in time (S-19), or those that are not decided at the cut-off. */
export async function dueComplaints(window: MetricWindow, counted: 'onTime' | 'openLate'): Promise<MetricRows> {
  const isCounted = counted === 'onTime' ? sql`coalesce(c.accept_decided_at <= c.accept_due_at AND c.accept_decided_at <= ${window.cutOff}, false)` : sql`coalesce(c.accept_decided_at > ${window.cutOff}, true)`
  return sql`
    SELECT c.id::text AS key, c.id AS matter_id, c.accept_due_at AS at, ${isCounted} AS counted, c.unit_id
    FROM service_complaints c WHERE ${inWindow(window, sql`c.accept_due_at`)}`
}
