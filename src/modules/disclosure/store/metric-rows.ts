import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

const parts = sql`m.id AS matter_id, m.lead_unit_id AS unit_id, NULL::text AS hall_id, NULL::text AS window_id, NULL::text AS item, m.channel, m.region_code, r.applicant_kind AS kind`
const columns = sql`m.id::text AS key, ${parts}`
const source = sql`disclosure_requests r JOIN matters m ON m.id = r.id`
const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`
/** When an application was received, as an instant: what was confirmed later counts on the day of its receipt. */
const receivedAt = sql`(r.received_on::timestamp AT TIME ZONE 'Asia/Shanghai')`

/** Applications received in the period whose receipt stood in the ledger at the cut-off. */
export async function receivedRequests(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT ${columns}, ${receivedAt} AS at, true AS counted FROM ${source}
    WHERE r.received_on IS NOT NULL AND ${inWindow(window, receivedAt)} AND EXISTS (SELECT FROM matter_events e WHERE e.matter_id = m.id AND e.command = 'receive' AND e.at <= ${window.cutOff})`
}

/** A limit ends at 24:00 of its last day, and belongs to that day. */
const dueWithin = sql`t.due_at - interval '1 millisecond'`

/** Answer clocks that ran to their last day in the period or were kept before it; one that fell away before (clarification, fee, withdrawal) is none. Counted are those that the reader asks for. */
export async function dueRequests(window: MetricWindow, counted: 'onTime' | 'openLate'): Promise<MetricRows> {
  const isCounted = counted === 'onTime' ? sql`t.ended_at <= t.due_at AND t.ended_at <= ${window.cutOff}` : sql`t.ended_at > ${window.cutOff}`
  return sql`
    SELECT t.id::text AS key, ${parts}, ${dueWithin} AS at, coalesce(${isCounted}, ${counted === 'openLate'}) AS counted
    FROM ${source} JOIN timers t ON t.matter_id = m.id AND t.name = 'answer'
    WHERE ${inWindow(window, dueWithin)} AND (t.ended_at IS NULL OR t.ended_at > t.due_at OR t.ended_at = r.answered_at)`
}

/** Answers of the period; counted are those that gave all or a part. */
export async function answeredRequests(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, r.answered_at AS at, r.result_row IN ('disclosed', 'partlyDisclosed') AS counted FROM ${source} WHERE ${inWindow(window, sql`r.answered_at`)}`
}
