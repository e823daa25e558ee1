import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { DeclineReason, EventGrade, EventSource, Level } from '../schema.ts'
import type { GridTables } from '../tables.ts'

/** A grid event with its matter. */
export interface GridEvent {
  readonly matter: Matter
  readonly source: EventSource
  readonly category: string
  readonly cellId: string
  readonly townUnitId: string
  readonly longitude: number
  readonly latitude: number
  readonly level: Level
  readonly personId: string | null
  readonly collectedBy: string | null
  readonly queryCodeHash: string | null
  readonly openData: boolean
  readonly sealedReport: Buffer
  readonly declined: DeclineReason | null
  readonly fedBackAt: Date | null
  readonly fedBackBy: string | null
  readonly returns: number
  readonly reworks: number
  readonly extended: boolean
  readonly grade: EventGrade | null
  readonly reviewOn: string | null
  readonly reviews: number
  readonly orderNumber: string | null
  readonly componentCode: string | null
  readonly seenBy: readonly string[]
}

/** Reads an event by its number; `forUpdate` holds it until commit. */
export async function findEvent(db: Db, number: string, forUpdate: boolean): Promise<GridEvent | undefined> {
  const matter = await findMatter(db, 'gridEvent', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<Omit<GridEvent, 'matter'>>`
    SELECT e.source, e.category, e.cell_id AS "cellId", c.unit_id AS "townUnitId", e.longitude, e.latitude, e.level, e.person_id AS "personId", e.collected_by AS "collectedBy",
      e.query_code_hash AS "queryCodeHash", e.open_data AS "openData", e.sealed_report AS "sealedReport", e.declined, e.fed_back_at AS "fedBackAt", e.fed_back_by AS "fedBackBy",
      e.returns, e.reworks, e.extended, e.grade, e.review_on::text AS "reviewOn", e.reviews, e.order_number AS "orderNumber", e.component_code AS "componentCode",
      coalesce((SELECT jsonb_agg(DISTINCT v.unit_id) FROM event_moves v WHERE v.event_id = e.id AND v.command = 'dispatch' AND v.to_level <> 'community'), '[]') AS "seenBy"
    FROM grid_events e JOIN grid_cells c ON c.id = e.cell_id WHERE e.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

export interface NewEvent {
  readonly id: string
  readonly source: EventSource
  readonly category: string
  readonly cell_id: string
  readonly longitude: number
  readonly latitude: number
  readonly level: Level
  readonly person_id: string | null
  readonly collected_by: string | null
  readonly query_code_hash: string | null
  readonly open_data: boolean
  readonly sealed_report: Buffer
  readonly component_code: string | null
}

export async function insertEvent(db: Db, row: NewEvent): Promise<void> {
  await tables<GridTables>(db).insertInto('grid_events').values(row).execute()
}

export interface EventChange {
  readonly level?: Level
  readonly category?: string
  readonly filed_at?: Date
  readonly declined?: DeclineReason
  readonly dispatched_at?: Date
  readonly fed_back_at?: Date | null
  readonly fed_back_by?: string | null
  readonly dispose_due_at?: Date | null
  readonly returns?: number
  readonly reworks?: number
  readonly extended?: boolean
  readonly concluded_at?: Date
  readonly grade?: EventGrade
  readonly review_on?: string | null
  readonly reviews?: number
  readonly order_number?: string
}

export async function updateEvent(db: Db, id: string, change: EventChange): Promise<void> {
  await tables<GridTables>(db).updateTable('grid_events').set(change).where('id', '=', id).execute()
}

export interface Move {
  readonly id: string
  readonly event_id: string
  readonly command: string
  readonly from_level: Level
  readonly to_level: Level
  readonly unit_id: string
  readonly moved_at: Date
}

export async function insertMove(db: Db, move: Move): Promise<void> {
  await tables<GridTables>(db).insertInto('event_moves').values(move).execute()
}

export async function listMoves(db: Db, eventId: string): Promise<readonly Move[]> {
  const { rows } = await sql<Move>`SELECT * FROM event_moves WHERE event_id = ${eventId} ORDER BY id`.execute(db)
  return rows
}
