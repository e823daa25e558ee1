import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'
import type { OrderKind } from '../schema.ts'

const columns = sql`m.id::text AS key, m.id AS matter_id, m.lead_unit_id AS unit_id, NULL::text AS hall_id, NULL::text AS window_id, o.category AS item, m.channel`
const source = sql`work_orders o JOIN matters m ON m.id = o.id`
const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`

/** Orders accepted in the period, each once; what was linked is no order of its own (H-09), what was rejected was not accepted (H-10). Counted: all, or those of one kind. */
export async function acceptedOrders(window: MetricWindow, kind?: OrderKind): Promise<MetricRows> {
  return sql`SELECT ${columns}, m.opened_at AS at, ${kind === undefined ? sql`true` : sql`o.kind = ${kind}`} AS counted FROM ${source}
    WHERE ${inWindow(window, sql`m.opened_at`)} AND m.state NOT IN ('linked', 'rejected')`
}

/** Dispatched orders that were due in the period; counted are those whose last reply came in time. */
export async function dueOrders(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT ${columns}, d.at, coalesce(o.replied_at <= d.at AND o.replied_at <= ${window.cutOff}, false) AS counted
    FROM ${source} CROSS JOIN LATERAL (SELECT coalesce(o.reply_due_at, (SELECT max(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.name = 'handle')) AS at) d
    WHERE o.dispatched_at IS NOT NULL AND ${inWindow(window, sql`d.at`)}`
}

/** Callbacks of the period that got an answer; counted are the satisfied ones. */
export async function answeredCallbacks(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, o.called_back_at AS at, o.satisfaction IN ('satisfied', 'basicallySatisfied') AS counted FROM ${source}
    WHERE ${inWindow(window, sql`o.called_back_at`)} AND o.satisfaction IN ('satisfied', 'basicallySatisfied', 'dissatisfied')`
}

/** Orders first dispatched in the period; counted are those that a unit returned at least once. */
export async function dispatchedOrders(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT ${columns}, e.at, EXISTS (SELECT FROM matter_events r WHERE r.matter_id = m.id AND r.command = 'claim-return' AND r.at <= ${window.cutOff}) AS counted
    FROM ${source} JOIN LATERAL (SELECT min(at) AS at FROM matter_events WHERE matter_id = m.id AND command = 'dispatch') e ON true
    WHERE ${inWindow(window, sql`e.at`)}`
}

const callColumns = sql`c.id::text AS key, NULL::uuid AS matter_id, c.rang_at AS at, c.transfer_unit_id AS unit_id, NULL::text AS hall_id, NULL::text AS window_id, NULL::text AS item, 'phone'::text AS channel`

const callSets = {
  calls: { listed: sql`true`, counted: sql`true` },
  transfers: { listed: sql`c.transferred_at IS NOT NULL`, counted: sql`true` },
  connected: { listed: sql`c.transferred_at IS NOT NULL`, counted: sql`c.connected` },
  satisfied: { listed: sql`c.connected`, counted: sql`c.satisfied IS TRUE` },
} as const

/** Calls to 96128 of the period (H-14): all; those put through; of these those that a unit took; of these those whose caller was satisfied. */
export async function transferCalls(window: MetricWindow, set: keyof typeof callSets): Promise<MetricRows> {
  return sql`SELECT ${callColumns}, ${callSets[set].counted} AS counted FROM calls c WHERE c.line = '96128' AND ${inWindow(window, sql`c.rang_at`)} AND ${callSets[set].listed}`
}
