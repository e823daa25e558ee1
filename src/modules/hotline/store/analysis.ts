import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

export interface SpotRow {
  readonly category: string
  readonly regionCode: string
  readonly now: number
  readonly before: number
}

interface Periods {
  readonly before: Date
  readonly from: Date
  readonly until: Date
}

/** Orders by category and place, in a period and in the one before it; what was linked to another order is no order of its own (H-09). */
export async function countSpots(db: Db, { before, from, until }: Periods): Promise<readonly SpotRow[]> {
  const { rows } = await sql<SpotRow>`
    SELECT o.category, m.region_code AS "regionCode", (count(*) FILTER (WHERE m.opened_at >= ${from}))::int AS now, (count(*) FILTER (WHERE m.opened_at < ${from}))::int AS before
    FROM work_orders o JOIN matters m ON m.id = o.id
    WHERE m.opened_at >= ${before} AND m.opened_at < ${until} AND o.category IS NOT NULL AND m.state <> 'linked'
    GROUP BY o.category, m.region_code HAVING count(*) FILTER (WHERE m.opened_at >= ${from}) > 0
    ORDER BY now DESC, o.category, m.region_code LIMIT 100`.execute(db)
  return rows
}

export interface CategoryRow {
  readonly category: string
  readonly orders: number
  readonly returned: number
  readonly answered: number
  readonly satisfied: number
  readonly suggested: number
}

/** By category: how many were returned, how many callers of those who answered were satisfied, and how often the first suggestion was what was chosen. */
export async function countCategories(db: Db, { from, until }: Pick<Periods, 'from' | 'until'>): Promise<readonly CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    SELECT o.category, count(*)::int AS orders, (count(*) FILTER (WHERE o.returns > 0))::int AS returned,
      (count(*) FILTER (WHERE o.satisfaction IN ('satisfied', 'basicallySatisfied', 'dissatisfied')))::int AS answered,
      (count(*) FILTER (WHERE o.satisfaction IN ('satisfied', 'basicallySatisfied')))::int AS satisfied,
      (count(*) FILTER (WHERE o.suggestion -> 'categories' -> 0 ->> 'label' = o.category))::int AS suggested
    FROM work_orders o JOIN matters m ON m.id = o.id
    WHERE m.opened_at >= ${from} AND m.opened_at < ${until} AND o.category IS NOT NULL AND m.state <> 'linked'
    GROUP BY o.category ORDER BY orders DESC, o.category`.execute(db)
  return rows
}
