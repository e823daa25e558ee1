import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'
import { notClosedAt } from '#kernel/metrics/overdue.ts'
import { bigClasses } from '../categories.ts'
import type { OrderKind } from '../schema.ts'

// Every row is decided by instants that are kept, never by how an order stands today: a figure as of a day stays what it was (S-21).

const source = sql`work_orders o JOIN matters m ON m.id = o.id`
const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`

/** The dimensions of an order; its big class and its unit as they were at the cut-off. */
const columns = ({ cutOff }: MetricWindow) => sql`m.id AS matter_id, NULL::text AS hall_id, NULL::text AS window_id, m.channel,
  (SELECT coalesce(${JSON.stringify(bigClasses)}::jsonb ->> (u.detail ->> 'category'), u.detail ->> 'category') FROM matter_events u WHERE u.matter_id = m.id AND u.at <= ${cutOff} AND u.command IN ('register', 'dispatch', 'answer') AND u.detail ? 'category' ORDER BY u.seq DESC LIMIT 1) AS item,
  (SELECT u.detail -> 'becomes' ->> 'leadUnit' FROM matter_events u WHERE u.matter_id = m.id AND u.at <= ${cutOff} AND u.detail -> 'becomes' ->> 'leadUnit' IS NOT NULL ORDER BY u.seq DESC LIMIT 1) AS unit_id`

/** Orders accepted in the period, each once; what was linked is no order of its own (H-09), what was rejected was not accepted (H-10). Counted: all, or those of one kind. */
export async function acceptedOrders(window: MetricWindow, kind?: OrderKind): Promise<MetricRows> {
  return sql`SELECT m.id::text AS key, ${columns(window)}, m.opened_at AS at, ${kind === undefined ? sql`true` : sql`o.kind = ${kind}`} AS counted FROM ${source}
    WHERE ${inWindow(window, sql`m.opened_at`)} AND NOT (m.state IN ('linked', 'rejected') AND m.closed_at <= ${window.cutOff})`
}

/**
 * Due dates of the period for dispatched orders: one for each order, and one more when it was done again (H-07). Counted are those by which
 * there was a reply that was not sent back, or those whose order has none at the cut-off either and is open.
 */
export async function dueOrders(window: MetricWindow, counted: 'onTime' | 'openLate'): Promise<MetricRows> {
  const { cutOff } = window
  const answeredBy = (limit: ReturnType<typeof sql>) => sql`EXISTS (
      SELECT FROM matter_events r WHERE r.matter_id = m.id AND r.command IN ('reply', 'answer', 'answer-from-grid') AND r.at <= ${limit} AND r.at >= a.at
        AND (r.command <> 'reply' OR (SELECT c.to_state FROM matter_events c WHERE c.matter_id = m.id AND c.seq > r.seq AND c.command = 'check' AND c.at <= ${cutOff} ORDER BY c.seq LIMIT 1) IS DISTINCT FROM 'handling'))`
  const isCounted = counted === 'onTime' ? answeredBy(sql`least(t.due_at, ${cutOff})`) : sql`(NOT ${answeredBy(sql`${cutOff}`)} AND ${notClosedAt(cutOff)})`
  return sql`
    SELECT t.id::text AS key, ${columns(window)}, t.due_at AS at, ${isCounted} AS counted
    FROM ${source} JOIN timers t ON t.matter_id = m.id AND t.name = 'handle'
      JOIN LATERAL (SELECT CASE WHEN EXISTS (SELECT FROM timers e WHERE e.matter_id = m.id AND e.name = 'handle' AND e.id < t.id AND e.body ? 'satisfiedAt') THEN (t.body ->> 'anchorAt')::timestamptz ELSE m.opened_at END AS at) a ON true
    WHERE ${inWindow(window, sql`t.due_at`)} AND coalesce((t.body ->> 'voidedAt')::timestamptz > ${cutOff}, true)
      AND EXISTS (SELECT FROM matter_events d WHERE d.matter_id = m.id AND d.command IN ('dispatch', 'hand-to-grid') AND d.at <= ${cutOff})`
}

/** Callbacks of the period that ended with an answer, given in the call or by the caller himself before it (H-07), those after a redo too; counted are the satisfied ones. */
export async function answeredCallbacks(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT m.id::text || '-' || e.seq AS key, ${columns(window)}, e.at, e.detail ->> 'satisfaction' IN ('satisfied', 'basicallySatisfied') AS counted
    FROM ${source} JOIN matter_events e ON e.matter_id = m.id AND e.command = 'call-back' AND e.to_state <> 'awaitingCallback'
    WHERE ${inWindow(window, sql`e.at`)} AND e.detail ->> 'satisfaction' IN ('satisfied', 'basicallySatisfied', 'dissatisfied')`
}

/** Orders first dispatched in the period; counted are those that a unit returned at least once. */
export async function dispatchedOrders(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT m.id::text AS key, ${columns(window)}, e.at, EXISTS (SELECT FROM matter_events r WHERE r.matter_id = m.id AND r.command = 'claim-return' AND r.at <= ${window.cutOff}) AS counted
    FROM ${source} JOIN LATERAL (SELECT min(at) AS at FROM matter_events WHERE matter_id = m.id AND command = 'dispatch') e ON true
    WHERE ${inWindow(window, sql`e.at`)}`
}

const callColumns = sql`c.id::text AS key, NULL::uuid AS matter_id, c.rang_at AS at, c.transfer_unit_id AS unit_id, NULL::text AS hall_id, NULL::text AS window_id, NULL::text AS item, 'phone'::text AS channel`

/** Calls to 96128 of the period (H-14): all; those put through; of these those that a unit took; of these those whose caller was satisfied. */
export async function transferCalls(window: MetricWindow, set: 'calls' | 'transfers' | 'connected' | 'satisfied'): Promise<MetricRows> {
  const put = sql`SELECT FROM call_acts a WHERE a.call_id = c.id AND a.act = 'transfer' AND a.acted_at <= ${window.cutOff}`
  const taken = sql`EXISTS (${put} AND a.connected)`
  const { listed, counted } = {
    calls: { listed: sql`true`, counted: sql`true` },
    transfers: { listed: sql`EXISTS (${put})`, counted: sql`true` },
    connected: { listed: sql`EXISTS (${put})`, counted: taken },
    satisfied: { listed: taken, counted: sql`coalesce(c.satisfied AND c.rated_at <= ${window.cutOff}, false)` },
  }[set]
  return sql`SELECT ${callColumns}, ${counted} AS counted FROM calls c WHERE c.line = '96128' AND ${inWindow(window, sql`c.rang_at`)} AND ${listed}`
}
