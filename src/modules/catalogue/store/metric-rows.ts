import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'

const conditions = {
  every: sql`true`,
  online: sql`v.body -> 'channels' ? 'ONLINE'`,
  wholeWayOnline: sql`v.online_depth = 4`,
  inHall: sql`(v.body ->> 'inServiceCentre')::boolean`,
  bookable: sql`(v.body ->> 'bookable')::boolean`,
  atMostOneVisit: sql`v.max_visits <= 1`,
  onlinePermit: sql`v.item_type = '01' AND v.body -> 'channels' ? 'ONLINE'`,
  onlinePublicService: sql`v.item_type = '20' AND v.body -> 'channels' ? 'ONLINE'`,
} as const

export type ItemCondition = keyof typeof conditions

/** Items in force on the last day of the period; counted are those that meet the condition. */
export async function itemRows({ lastDay }: MetricWindow, condition: ItemCondition): Promise<MetricRows> {
  return sql`
    SELECT v.implement_code AS key, NULL::uuid AS matter_id, NULL::timestamptz AS at, ${conditions[condition]} AS counted,
      v.department AS unit_id, v.implement_code AS item, v.item_type AS kind
    FROM item_versions v WHERE v.state = 'PUBLISHED' AND v.effective_from <= ${lastDay}::date AND (v.effective_to IS NULL OR v.effective_to > ${lastDay}::date)`
}

/** Departments that have an item in force on the last day of the period. */
export async function departmentRows({ lastDay }: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT DISTINCT v.department AS key, NULL::uuid AS matter_id, NULL::timestamptz AS at, true AS counted,
      v.department AS unit_id
    FROM item_versions v WHERE v.state = 'PUBLISHED' AND v.effective_from <= ${lastDay}::date AND (v.effective_to IS NULL OR v.effective_to > ${lastDay}::date)`
}
