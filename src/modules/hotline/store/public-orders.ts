import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { bigClassOf, within } from '../categories.ts'

export interface PublicOrderPage {
  readonly ids: readonly string[] | null
  readonly categories: readonly string[] | null
  readonly from: Date | null
  readonly until: Date | null
  readonly closed: boolean | null
  readonly limit: number
}

export interface PublicOrder {
  readonly number: string
  readonly state: string
  readonly category: string
  readonly regionCode: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly changedAt: Date
}

/**
 * What anybody may know of orders: big class, state, town and days, newest first. Never of a secret one, of a report of somebody (举报), or of
 * what was not accepted; no words, no place, no unit that is complained of (H-11).
 */
export async function listPublicOrders(db: Db, page: PublicOrderPage): Promise<readonly PublicOrder[]> {
  const ids = page.ids === null ? null : [...page.ids]
  const categories = page.categories === null ? null : page.categories.flatMap(within)
  const { rows } = await sql<PublicOrder>`
    SELECT m.number, m.state, o.category, m.region_code AS "regionCode", m.opened_at AS "openedAt", m.closed_at AS "closedAt",
      (SELECT max(e.at) FROM matter_events e WHERE e.matter_id = m.id) AS "changedAt"
    FROM matters m JOIN work_orders o ON o.id = m.id
    WHERE m.kind = 'workOrder' AND NOT o.secret AND o.kind <> 'report' AND o.category IS NOT NULL AND o.concerned_unit_id IS NULL AND m.state NOT IN ('rejected', 'linked')
      AND (${ids}::text[] IS NULL OR m.number = ANY(${ids}::text[])) AND (${categories}::text[] IS NULL OR o.category = ANY(${categories}::text[]))
      AND (${page.from}::timestamptz IS NULL OR m.opened_at >= ${page.from}) AND (${page.until}::timestamptz IS NULL OR m.opened_at <= ${page.until})
      AND (${page.closed}::boolean IS NULL OR (m.closed_at IS NOT NULL) = ${page.closed})
    ORDER BY m.id DESC LIMIT ${page.limit}`.execute(db)
  return rows.map((row) => ({ ...row, category: bigClassOf(row.category) }))
}
