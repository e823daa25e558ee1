import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { parseTimer } from '#kernel/time/timer.ts'
import type { Matter } from './matter.ts'

/** Whose matters are summed: of a unit, or of one version of an item. */
export type AttributionScope = { readonly unitId: string } | { readonly itemVersionId: string }

export type TimedMatter = Pick<Matter, 'id' | 'regionCode' | 'hallId' | 'openedAt' | 'closedAt' | 'timers'>

/** The next matters of a scope opened in a period, by id, with their clocks. */
export async function listTimedMatters(db: Db, scope: AttributionScope, page: { readonly from: Date; readonly to: Date; readonly after: string; readonly limit: number }): Promise<readonly TimedMatter[]> {
  const condition = 'unitId' in scope ? sql`m.lead_unit_id = ${scope.unitId}` : sql`m.item_version_id = ${scope.itemVersionId}`
  const { rows } = await sql<Omit<TimedMatter, 'timers'> & { readonly timers: readonly unknown[] }>`
    SELECT m.id, m.region_code AS "regionCode", m.hall_id AS "hallId", m.opened_at AS "openedAt", m.closed_at AS "closedAt", coalesce((SELECT jsonb_agg(t.body ORDER BY t.id) FROM timers t WHERE t.matter_id = m.id), '[]') AS timers
    FROM matters m WHERE ${condition} AND m.opened_at >= ${page.from} AND m.opened_at < ${page.to} AND m.id > ${page.after} ORDER BY m.id LIMIT ${page.limit}`.execute(db)
  return rows.map((row) => ({ ...row, timers: row.timers.map(parseTimer) }))
}
