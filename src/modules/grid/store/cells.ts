import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { LatticePoint } from '../rules/partition.ts'

/** A cell with who looks after it. */
export interface Cell {
  readonly id: string
  readonly communityCode: string
  readonly townCode: string
  readonly unitId: string
  readonly ring: readonly LatticePoint[]
  readonly workerId: string
  readonly workerPhone: string
  readonly supervisionPhone: string
}

const columns = sql`id, community_code AS "communityCode", town_code AS "townCode", unit_id AS "unitId", ring, worker_id AS "workerId",
  worker_phone AS "workerPhone", supervision_phone AS "supervisionPhone"`

export async function findCell(db: Db, id: string): Promise<Cell | undefined> {
  const { rows } = await sql<Cell>`SELECT ${columns} FROM grid_cells WHERE id = ${id}`.execute(db)
  return rows[0]
}

export interface CellPage {
  readonly townCode: string | null
  readonly communityCode: string | null
  readonly workerId: string | null
  readonly after: string | null
  readonly limit: number
}

/** Cells in the order of their codes; one more than `limit` if there are more. */
export async function listCellRows(db: Db, page: CellPage): Promise<readonly Cell[]> {
  const { rows } = await sql<Cell>`
    SELECT ${columns} FROM grid_cells
    WHERE (${page.townCode}::text IS NULL OR town_code = ${page.townCode}) AND (${page.communityCode}::text IS NULL OR community_code = ${page.communityCode})
      AND (${page.workerId}::text IS NULL OR worker_id = ${page.workerId}) AND id > ${page.after ?? ''}
    ORDER BY id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** The outlines of all cells, or of those of a town. */
export async function listOutlines(db: Db, townCode: string | null): Promise<readonly Pick<Cell, 'id' | 'ring'>[]> {
  const { rows } = await sql<Pick<Cell, 'id' | 'ring'>>`SELECT id, ring FROM grid_cells WHERE ${townCode}::text IS NULL OR town_code = ${townCode} ORDER BY id`.execute(db)
  return rows
}

/** Outlines of some cells, in no order. */
export async function listCellsByIds(db: Db, ids: readonly string[]): Promise<readonly Pick<Cell, 'id' | 'ring'>[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Pick<Cell, 'id' | 'ring'>>`SELECT id, ring FROM grid_cells WHERE id = ANY(${[...ids]})`.execute(db)
  return rows
}

export async function countCells(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM grid_cells`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertCells(db: Db, cells: readonly Cell[], at: Date): Promise<void> {
  await sql`
    INSERT INTO grid_cells (id, community_code, town_code, unit_id, ring, worker_id, worker_phone, supervision_phone, worker_since)
    SELECT r.id, r."communityCode", r."townCode", r."unitId", r.ring, r."workerId", r."workerPhone", r."supervisionPhone", ${at}
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
      AS r(id text, "communityCode" text, "townCode" text, "unitId" text, ring jsonb, "workerId" text, "workerPhone" text, "supervisionPhone" text)`.execute(db)
}

export async function updateWorker(db: Db, cellId: string, worker: { readonly id: string; readonly phone: string; readonly since: Date }): Promise<void> {
  await sql`UPDATE grid_cells SET worker_id = ${worker.id}, worker_phone = ${worker.phone}, worker_since = ${worker.since} WHERE id = ${cellId}`.execute(db)
}
