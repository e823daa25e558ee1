import { type RawBuilder, sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

/** Which reviews count: the satisfied ones, grades 3 to 5 (E-01), or all. */
type Counted = 'satisfied' | 'all'

/** Reviews of the period that count (E-08). A review excluded after the cut-off was still in at the cut-off. */
export async function reviewRows(window: MetricWindow, counted: Counted): Promise<MetricRows> {
  return reviewsOf(window, counted, sql`NOT EXISTS (${exclusionBy(window)})`)
}

/** Reviews of the period that were found invalid by the cut-off. */
export async function excludedRows(window: MetricWindow, counted: Counted): Promise<MetricRows> {
  return reviewsOf(window, counted, sql`EXISTS (${exclusionBy(window)})`)
}

function exclusionBy({ cutOff }: MetricWindow): RawBuilder<unknown> {
  return sql`SELECT FROM review_exclusions x WHERE x.review_id = r.id AND x.excluded_at <= ${cutOff}`
}

function reviewsOf({ from, until, cutOff }: MetricWindow, counted: Counted, which: RawBuilder<unknown>): MetricRows {
  return sql`
    SELECT r.id::text AS key, e.matter_id, r.evaluated_at AS at, ${counted === 'all' ? sql`true` : sql`r.grade >= 3`} AS counted,
      e.unit_id, e.hall_id, e.window_id, r.channel, e.kind
    FROM service_reviews r JOIN service_events e ON e.id = r.event_id
    WHERE r.evaluated_at >= ${from} AND r.evaluated_at < ${until} AND r.evaluated_at <= ${cutOff} AND ${which}`
}
