import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { bigClasses } from '../categories.ts'

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

/** At which of the two levels categories are counted. */
export type Level = 'big' | 'small'

/** The category of `work_orders o` at a level; at the small one an order of which only the big class is told stands under that. */
const categoryAt = (level: Level) => (level === 'small' ? sql`o.category` : sql`coalesce(${JSON.stringify(bigClasses)}::jsonb ->> o.category, o.category)`)

/** What the classifier proposed first, at a level. */
const proposedAt = (level: Level) => (level === 'small' ? sql`coalesce(o.suggestion -> 'classes' -> 0 ->> 'label', o.suggestion -> 'categories' -> 0 ->> 'label')` : sql`o.suggestion -> 'categories' -> 0 ->> 'label'`)

/** Orders by category and place, in a period and in the one before it; what was linked to another order is no order of its own (H-09). */
export async function countSpots(db: Db, { before, from, until }: Periods, level: Level): Promise<readonly SpotRow[]> {
  const { rows } = await sql<SpotRow>`
    SELECT ${categoryAt(level)} AS category, m.region_code AS "regionCode", (count(*) FILTER (WHERE m.opened_at >= ${from}))::int AS now, (count(*) FILTER (WHERE m.opened_at < ${from}))::int AS before
    FROM work_orders o JOIN matters m ON m.id = o.id
    WHERE m.opened_at >= ${before} AND m.opened_at < ${until} AND o.category IS NOT NULL AND m.state <> 'linked'
    GROUP BY 1, m.region_code HAVING count(*) FILTER (WHERE m.opened_at >= ${from}) > 0
    ORDER BY now DESC, 1, m.region_code LIMIT 100`.execute(db)
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
export async function countCategories(db: Db, { from, until }: Pick<Periods, 'from' | 'until'>, level: Level): Promise<readonly CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    SELECT ${categoryAt(level)} AS category, count(*)::int AS orders, (count(*) FILTER (WHERE o.returns > 0))::int AS returned,
      (count(*) FILTER (WHERE o.satisfaction IN ('satisfied', 'basicallySatisfied', 'dissatisfied')))::int AS answered,
      (count(*) FILTER (WHERE o.satisfaction IN ('satisfied', 'basicallySatisfied')))::int AS satisfied,
      (count(*) FILTER (WHERE ${proposedAt(level)} = ${categoryAt(level)}))::int AS suggested
    FROM work_orders o JOIN matters m ON m.id = o.id
    WHERE m.opened_at >= ${from} AND m.opened_at < ${until} AND o.category IS NOT NULL AND m.state <> 'linked'
    GROUP BY 1 ORDER BY orders DESC, 1`.execute(db)
  return rows
}
