import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

/** Reviews of the period that count (E-08), satisfied ones counted: grades 3 to 5 (E-01). A review excluded after the cut-off was still in at the cut-off. */
export async function reviewRows(window: MetricWindow, counted: 'satisfied' | 'all'): Promise<MetricRows> {
  return sql`
    SELECT r.id::text AS key, e.matter_id, r.evaluated_at AS at, ${counted === 'all' ? sql`true` : sql`r.grade >= 3`} AS counted,
      e.unit_id, e.hall_id, e.window_id, r.channel, e.kind
    FROM service_reviews r JOIN service_events e ON e.id = r.event_id
    WHERE r.evaluated_at >= ${window.from} AND r.evaluated_at < ${window.until} AND r.evaluated_at <= ${window.cutOff}
      AND NOT EXISTS (SELECT FROM review_exclusions x WHERE x.review_id = r.id AND x.excluded_at <= ${window.cutOff})`
}
