import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

const dimensions = sql`m.id AS matter_id, m.lead_unit_id AS unit_id, NULL::text AS hall_id, NULL::text AS window_id, e.category AS item, m.channel, m.region_code`
const source = sql`grid_events e JOIN matters m ON m.id = e.id`
const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`

/** Events reported in the period; counted: all, or those that were filed by the cut-off. */
export async function reportedEvents(window: MetricWindow, counted: 'all' | 'filed'): Promise<MetricRows> {
  return sql`SELECT m.id::text AS key, ${dimensions}, m.opened_at AS at, ${counted === 'all' ? sql`true` : sql`coalesce(e.filed_at <= ${window.cutOff}, false)`} AS counted
    FROM ${source} WHERE ${inWindow(window, sql`m.opened_at`)}`
}

/** Events filed in the period; counted are those that were concluded by the cut-off. */
export async function filedEvents(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT m.id::text AS key, ${dimensions}, e.filed_at AS at, coalesce(e.concluded_at <= ${window.cutOff}, false) AS counted FROM ${source} WHERE ${inWindow(window, sql`e.filed_at`)}`
}

/** Events whose treatment was due in the period; counted are those fed back in time. What was shelved is due again when it is taken up. */
export async function dueEvents(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT m.id::text AS key, ${dimensions}, d.at, coalesce(e.fed_back_at <= d.at AND e.fed_back_at <= ${window.cutOff}, false) AS counted
    FROM ${source} CROSS JOIN LATERAL (SELECT coalesce(e.dispose_due_at, (SELECT max(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.name = 'dispose' AND t.ended_at IS NULL)) AS at) d
    WHERE ${inWindow(window, sql`d.at`)}`
}

/** Dispatches of the period; counted are those that the unit did not return. */
export async function dispatches(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT m.id::text || '-' || v.seq AS key, ${dimensions}, v.at,
      coalesce((SELECT n.command <> 'return' FROM matter_events n WHERE n.matter_id = m.id AND n.seq > v.seq AND n.at <= ${window.cutOff} AND n.command IN ('accept', 'return', 'escalate') ORDER BY n.seq LIMIT 1), true) AS counted
    FROM ${source} JOIN matter_events v ON v.matter_id = m.id AND v.command = 'dispatch' WHERE ${inWindow(window, sql`v.at`)}`
}

/** Looks on the spot of the period; counted are those after which the event went back to the handler. */
export async function verifications(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT m.id::text || '-' || v.seq AS key, ${dimensions}, v.at, v.to_state = 'disposing' AS counted
    FROM ${source} JOIN matter_events v ON v.matter_id = m.id AND v.command = 'verify' WHERE ${inWindow(window, sql`v.at`)}`
}
