import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

const columns = sql`m.id::text AS key, m.id AS matter_id, m.lead_unit_id AS unit_id, NULL::text AS hall_id, NULL::text AS window_id, NULL::text AS item, m.channel, m.region_code, r.applicant_kind AS kind`
const source = sql`disclosure_requests r JOIN matters m ON m.id = r.id`
const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`
/** When an application was received, as an instant: what was confirmed later counts on the day of its receipt. */
const receivedAt = sql`(r.received_on::timestamp AT TIME ZONE 'Asia/Shanghai')`

/** Applications received in the period. */
export async function receivedRequests(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, ${receivedAt} AS at, true AS counted FROM ${source} WHERE r.received_on IS NOT NULL AND ${inWindow(window, receivedAt)}`
}

/** Applications that were due in the period, by the day that held when they were answered or that holds now; counted are those that the reader asks for. */
export async function dueRequests(window: MetricWindow, counted: 'onTime' | 'openLate'): Promise<MetricRows> {
  const answered = sql`(r.answered_at IS NOT NULL AND r.answered_at <= ${window.cutOff})`
  const isCounted = counted === 'onTime' ? sql`${answered} AND r.answered_at <= d.at` : sql`NOT ${answered}`
  return sql`
    SELECT ${columns}, d.at, ${isCounted} AS counted
    FROM ${source} CROSS JOIN LATERAL (SELECT coalesce(r.answer_due_at, (SELECT t.due_at FROM timers t WHERE t.matter_id = m.id AND t.name = 'answer' AND t.ended_at IS NULL)) AS at) d
    WHERE (r.ended_at IS NULL OR r.answered_at IS NOT NULL) AND ${inWindow(window, sql`d.at`)}`
}

/** Answers of the period; counted are those that gave all or a part. */
export async function answeredRequests(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, r.answered_at AS at, r.result_row IN ('disclosed', 'partlyDisclosed') AS counted FROM ${source} WHERE ${inWindow(window, sql`r.answered_at`)}`
}
