import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { HotlineTables } from '../tables.ts'

export interface ReturnClaim {
  readonly id: string
  readonly unitId: string
  readonly ground: string
  readonly basis: string
  readonly quote: string | null
  readonly fileIds: readonly string[]
  readonly suggestedUnitId: string | null
  readonly claimedAt: Date
  readonly decidedAt: Date | null
  readonly upheld: boolean | null
  readonly decidedUnitId: string | null
  readonly reasoning: string | null
}

const columns = sql`id, unit_id AS "unitId", ground, basis, quote, file_ids AS "fileIds", suggested_unit_id AS "suggestedUnitId", claimed_at AS "claimedAt", decided_at AS "decidedAt", upheld,
  decided_unit_id AS "decidedUnitId", reasoning`

export interface NewReturnClaim {
  readonly id: string
  readonly order_id: string
  readonly unit_id: string
  readonly ground: 'notOurDuty'
  readonly basis: string
  readonly quote: string | null
  readonly file_ids: readonly string[]
  readonly suggested_unit_id: string | null
  readonly category: string
  readonly claimed_at: Date
}

export async function insertReturnClaim(db: Db, row: NewReturnClaim): Promise<void> {
  await tables<HotlineTables>(db).insertInto('return_claims').values({ ...row, file_ids: [...row.file_ids] }).execute()
}

export interface ReturnDecision {
  readonly decided_at: Date
  readonly upheld: boolean
  readonly decided_unit_id: string
  readonly reasoning: string
}

/** Decides the open claim of an order. */
export async function decideReturnClaim(db: Db, orderId: string, decision: ReturnDecision): Promise<void> {
  await tables<HotlineTables>(db).updateTable('return_claims').set(decision).where('order_id', '=', orderId).where('decided_at', 'is', null).execute()
}

/** The claims about one order, oldest first. */
export async function listReturnClaims(db: Db, orderId: string): Promise<readonly ReturnClaim[]> {
  const { rows } = await sql<ReturnClaim>`SELECT ${columns} FROM return_claims WHERE order_id = ${orderId} ORDER BY id`.execute(db)
  return rows
}

export interface Precedent extends ReturnClaim {
  readonly category: string
}

/** Decided disputes, newest first; one more than `limit` if there are more. */
export async function listPrecedentRows(db: Db, page: { readonly categories: readonly string[] | null; readonly before: string | null; readonly limit: number }): Promise<readonly Precedent[]> {
  const categories = page.categories === null ? null : [...page.categories]
  const { rows } = await sql<Precedent>`
    SELECT ${columns}, category FROM return_claims
    WHERE decided_at IS NOT NULL AND (${categories}::text[] IS NULL OR category = ANY(${categories}::text[])) AND (${page.before}::uuid IS NULL OR id < ${page.before}::uuid)
    ORDER BY id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
