import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

// Every row is decided by instants that are kept, never by how an event stands today: a figure as of a day stays what it was (S-21).

/** The dimensions of an event; its class and its unit as they were at the cut-off. */
const dimensions = ({ cutOff }: MetricWindow) => sql`m.id AS matter_id, NULL::text AS hall_id, NULL::text AS window_id, m.channel, m.region_code,
  (SELECT u.detail ->> 'category' FROM matter_events u WHERE u.matter_id = m.id AND u.at <= ${cutOff} AND u.command IN ('collect', 'file') ORDER BY u.seq DESC LIMIT 1) AS item,
  (SELECT u.detail -> 'becomes' ->> 'leadUnit' FROM matter_events u WHERE u.matter_id = m.id AND u.at <= ${cutOff} AND u.detail -> 'becomes' ->> 'leadUnit' IS NOT NULL ORDER BY u.seq DESC LIMIT 1) AS unit_id`
const source = sql`grid_events e JOIN matters m ON m.id = e.id`
const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`

/** Events reported in the period; counted: all, or those that were filed by the cut-off. */
export async function reportedEvents(window: MetricWindow, counted: 'all' | 'filed'): Promise<MetricRows> {
  return sql`SELECT m.id::text AS key, ${dimensions(window)}, m.opened_at AS at, ${counted === 'all' ? sql`true` : sql`coalesce(e.filed_at <= ${window.cutOff}, false)`} AS counted
    FROM ${source} WHERE ${inWindow(window, sql`m.opened_at`)}`
}

/** Events filed in the period; counted are those that were concluded by the cut-off. */
export async function filedEvents(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT m.id::text AS key, ${dimensions(window)}, e.filed_at AS at, coalesce(e.concluded_at <= ${window.cutOff}, false) AS counted FROM ${source} WHERE ${inWindow(window, sql`e.filed_at`)}`
}

/**
 * Due dates of the period for treatment: one for each event, and one more when it was done again or taken up from the shelf. Counted are
 * those by which it was fed back, or those by which it still was not at the cut-off.
 */
export async function dueEvents(window: MetricWindow, counted: 'onTime' | 'openLate'): Promise<MetricRows> {
  const { cutOff } = window
  const isCounted = counted === 'onTime' ? sql`coalesce((t.body ->> 'satisfiedAt')::timestamptz <= least(t.due_at, ${cutOff}), false)` : sql`coalesce(t.ended_at > ${cutOff}, true)`
  return sql`
    SELECT t.id::text AS key, ${dimensions(window)}, t.due_at AS at, ${isCounted} AS counted
    FROM ${source} JOIN timers t ON t.matter_id = m.id AND t.name = 'dispose'
    WHERE ${inWindow(window, sql`t.due_at`)} AND coalesce((t.body ->> 'voidedAt')::timestamptz > ${cutOff}, true)`
}

/** Dispatches of the period; counted are those that the unit did not return. */
export async function dispatches(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT m.id::text || '-' || v.seq AS key, ${dimensions(window)}, v.at,
      coalesce((SELECT n.command <> 'return' FROM matter_events n WHERE n.matter_id = m.id AND n.seq > v.seq AND n.at <= ${window.cutOff} AND n.command IN ('accept', 'return', 'escalate') ORDER BY n.seq LIMIT 1), true) AS counted
    FROM ${source} JOIN matter_events v ON v.matter_id = m.id AND v.command = 'dispatch' WHERE ${inWindow(window, sql`v.at`)}`
}

/** Looks on the spot of the period; counted are those after which the event went back to the handler. */
export async function verifications(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT m.id::text || '-' || v.seq AS key, ${dimensions(window)}, v.at, v.to_state = 'disposing' AS counted
    FROM ${source} JOIN matter_events v ON v.matter_id = m.id AND v.command = 'verify' WHERE ${inWindow(window, sql`v.at`)}`
}
