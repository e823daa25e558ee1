import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { ReadComponent } from '../rules/components.ts'

export type Component = ReadComponent

const columns = sql`c.code, c.category, c.cell_id AS "cellId", c.longitude, c.latitude, c.address, c.unit_id AS "unitId", c.surveyed_on::text AS "surveyedOn", c.state`

export async function findComponent(db: Db, code: string): Promise<Component | undefined> {
  const { rows } = await sql<Component>`SELECT ${columns} FROM grid_components c WHERE c.code = ${code}`.execute(db)
  return rows[0]
}

export interface ComponentPage {
  readonly townCode: string | null
  readonly cellId: string | null
  readonly category: string | null
  readonly after: string | null
  readonly limit: number
}

/** Components in the order of their codes; one more than `limit` if there are more. */
export async function listComponentRows(db: Db, page: ComponentPage): Promise<readonly (Component & { readonly openEvents: number })[]> {
  const { rows } = await sql<Component & { openEvents: number }>`
    SELECT ${columns}, (SELECT count(*)::int FROM grid_events e JOIN matters m ON m.id = e.id WHERE e.component_code = c.code AND m.closed_at IS NULL) AS "openEvents"
    FROM grid_components c
    WHERE (${page.cellId}::text IS NULL OR c.cell_id = ${page.cellId}) AND (${page.townCode}::text IS NULL OR starts_with(c.cell_id, ${page.townCode}))
      AND (${page.category}::text IS NULL OR c.category = ${page.category}) AND c.code > ${page.after ?? ''}
    ORDER BY c.code LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface Saved {
  readonly added: number
  readonly changed: number
}

/** Puts components into the inventory; one that stands there with other facts takes the new ones, one that stands there as told is left alone. A row that nobody has written over bears no `xmax`: `old` of RETURNING is not there before PostgreSQL 18. */
export async function saveComponents(db: Db, components: readonly Component[], by: { readonly at: Date; readonly actor: string }): Promise<Saved> {
  const { rows } = await sql<Saved>`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(components)}::jsonb)
        AS r(code text, category text, "cellId" text, longitude double precision, latitude double precision, address text, "unitId" text, "surveyedOn" date, state text)
    ), saved AS (
      INSERT INTO grid_components AS c (code, category, cell_id, longitude, latitude, address, unit_id, surveyed_on, state, imported_at, imported_by)
      SELECT code, category, "cellId", longitude, latitude, address, "unitId", "surveyedOn", state, ${by.at}, ${by.actor} FROM told
      ON CONFLICT (code) DO UPDATE SET cell_id = excluded.cell_id, longitude = excluded.longitude, latitude = excluded.latitude, address = excluded.address,
        unit_id = excluded.unit_id, surveyed_on = excluded.surveyed_on, state = excluded.state, imported_at = excluded.imported_at, imported_by = excluded.imported_by
      WHERE (c.cell_id, c.longitude, c.latitude, c.address, c.unit_id, c.surveyed_on, c.state)
        IS DISTINCT FROM (excluded.cell_id, excluded.longitude, excluded.latitude, excluded.address, excluded.unit_id, excluded.surveyed_on, excluded.state)
      RETURNING (c.xmax = 0) AS added
    )
    SELECT count(*) FILTER (WHERE added)::int AS added, count(*) FILTER (WHERE NOT added)::int AS changed FROM saved`.execute(db)
  return rows[0] ?? { added: 0, changed: 0 }
}
