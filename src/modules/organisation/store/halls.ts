import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { organisationErrors } from '../errors.ts'
import { scopeIncludes } from '../rules/windows.ts'
import type { Hall, ItemScope, Window } from '../schema.ts'

export interface HallRow {
  readonly id: string
  readonly name: string
  readonly kind: Hall['kind']
  readonly unitId: string
  readonly regionCode: string
  readonly address: string
  readonly areaSquareMetres: number
  readonly phone: string
  readonly openingHours: Hall['openingHours']
  readonly scope: ItemScope
  readonly zones: Hall['zones']
  readonly closed: boolean
}

export interface WindowRow {
  readonly id: string
  readonly name: string
  readonly hallId: string
  readonly zone: string
  readonly number: number
  readonly kind: Window['kind']
  readonly scope: ItemScope
  readonly lowCounter: boolean
  readonly closed: boolean
}

const hallColumns = sql`id, name, kind, unit_id AS "unitId", region_code AS "regionCode", address, area_square_metres AS "areaSquareMetres", phone,
  opening_hours AS "openingHours", scope, zones, closed_at IS NOT NULL AS closed`
const windowColumns = sql`id, name, hall_id AS "hallId", zone, number, kind, scope, low_counter AS "lowCounter", closed_at IS NOT NULL AS closed`

/** The hall of that key; refuses `organisation.hall-unknown`. */
export async function getHall(db: Db, hallId: string): Promise<HallRow> {
  const { rows } = await sql<HallRow>`SELECT ${hallColumns} FROM halls WHERE id = ${hallId}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(organisationErrors.hallUnknown, { hallId })
  return rows[0]
}

/** Open halls in the order of their keys, one more than `limit` if there are more. */
export async function listHallRows(db: Db, page: { readonly after: string | undefined; readonly limit: number }): Promise<readonly HallRow[]> {
  const { rows } = await sql<HallRow>`SELECT ${hallColumns} FROM halls WHERE id > ${page.after ?? ''} AND closed_at IS NULL ORDER BY id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** The window of that key; refuses `organisation.window-unknown`. */
export async function getWindow(db: Db, windowId: string): Promise<WindowRow> {
  const { rows } = await sql<WindowRow>`SELECT ${windowColumns} FROM windows WHERE id = ${windowId}`.execute(db)
  if (rows[0] === undefined) throw new Refusal(organisationErrors.windowUnknown, { windowId })
  return rows[0]
}

/** Open windows of a hall in the order of their keys, one more than `limit` if there are more. */
export async function listWindowRows(db: Db, page: { readonly hallId: string; readonly after: string | undefined; readonly limit: number }): Promise<readonly WindowRow[]> {
  const { rows } = await sql<WindowRow>`SELECT ${windowColumns} FROM windows WHERE hall_id = ${page.hallId} AND id > ${page.after ?? ''} AND closed_at IS NULL ORDER BY id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** Whether the window may accept an item: it and its hall are open, and the item is within the scope of both. Refuses `organisation.window-unknown`. */
export async function windowMayAccept(
  db: Db,
  asked: { readonly windowId: string; readonly unitId: string; readonly themes: readonly string[]; readonly itemKey: string },
): Promise<boolean> {
  const { rows } = await sql<{ own: ItemScope; hall: ItemScope; open: boolean }>`
    SELECT w.scope AS own, h.scope AS hall, w.closed_at IS NULL AND h.closed_at IS NULL AS open FROM windows w JOIN halls h ON h.id = w.hall_id WHERE w.id = ${asked.windowId}`.execute(db)
  const scopes = rows[0]
  if (scopes === undefined) throw new Refusal(organisationErrors.windowUnknown, { windowId: asked.windowId })
  const item = { itemKey: asked.itemKey, unitKey: asked.unitId, themeKeys: asked.themes }
  return scopes.open && scopeIncludes(scopes.hall, item) && scopeIncludes(scopes.own, item)
}
