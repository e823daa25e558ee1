import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { CallAct, CallState } from '../rules/calls.ts'
import type { CallLine } from '../schema.ts'
import type { HotlineTables } from '../tables.ts'
import { type HiddenFrom, openTo } from './order-lists.ts'

export interface Call {
  readonly id: string
  readonly line: CallLine
  readonly state: CallState
  readonly callerId: string
  readonly exchangeKey: string
  readonly seatStaffId: string | null
  readonly rangAt: Date
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly recording: string | null
  readonly orderNumber: string | null
  readonly transferUnitId: string | null
  readonly connected: boolean
  readonly satisfied: boolean | null
}

const columns = sql`c.id, c.line, c.state, c.caller_id AS "callerId", c.exchange_key AS "exchangeKey", c.seat_staff_id AS "seatStaffId", c.rang_at AS "rangAt", c.answered_at AS "answeredAt",
  c.ended_at AS "endedAt", c.recording, (SELECT m.number FROM matters m WHERE m.id = c.order_id) AS "orderNumber", c.transfer_unit_id AS "transferUnitId", c.connected, c.satisfied`

export async function findCall(db: Db, id: string): Promise<Call | undefined> {
  const { rows } = await sql<Call>`SELECT ${columns} FROM calls c WHERE c.id = ${id} FOR UPDATE OF c`.execute(db)
  return rows[0]
}

/** Adds a call that rings; false when the exchange has told of it before. */
export async function insertCall(db: Db, row: { readonly id: string; readonly line: CallLine; readonly caller_id: string; readonly exchange_key: string; readonly rang_at: Date }): Promise<boolean> {
  const added = await tables<HotlineTables>(db).insertInto('calls').values({ ...row, state: 'ringing' }).onConflict((conflict) => conflict.column('exchange_key').doNothing()).returning('id').executeTakeFirst()
  return added !== undefined
}

export async function findCallByKey(db: Db, exchangeKey: string): Promise<string | undefined> {
  const row = await tables<HotlineTables>(db).selectFrom('calls').select('id').where('exchange_key', '=', exchangeKey).executeTakeFirst()
  return row?.id
}

export interface CallChange {
  readonly state?: CallState
  readonly seat_staff_id?: string
  readonly answered_at?: Date
  readonly ended_at?: Date
  readonly recording?: string
  readonly order_id?: string
  readonly transferred_at?: Date
  readonly transfer_unit_id?: string
  readonly connected?: boolean
  readonly satisfied?: boolean
  readonly rated_at?: Date
}

export async function updateCall(db: Db, id: string, change: CallChange): Promise<void> {
  await tables<HotlineTables>(db).updateTable('calls').set(change).where('id', '=', id).execute()
}

export async function insertCallAct(db: Db, row: { readonly call_id: string; readonly act: CallAct | 'ring' | 'lose'; readonly unit_id: string | null; readonly connected: boolean | null; readonly acted_at: Date }): Promise<void> {
  await sql`
    INSERT INTO call_acts (call_id, seq, act, unit_id, connected, acted_at)
    SELECT ${row.call_id}, coalesce(max(seq), 0) + 1, ${row.act}, ${row.unit_id}, ${row.connected}, ${row.acted_at} FROM call_acts WHERE call_id = ${row.call_id}`.execute(db)
}

/** The open call of a seat. */
export async function findOpenCallOf(db: Db, staffId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM calls WHERE seat_staff_id = ${staffId} AND state <> 'ended' LIMIT 1`.execute(db)
  return rows[0]?.id
}

/** A call as a supervisor finds it; there is none whose order is hidden from him. */
export async function findCallOfAnySeat(db: Db, id: string, asker: HiddenFrom): Promise<Call | undefined> {
  const { rows } = await sql<Call>`SELECT ${columns} FROM calls c LEFT JOIN work_orders o ON o.id = c.order_id WHERE c.id = ${id} AND (o.id IS NULL OR ${openTo(asker)})`.execute(db)
  return rows[0]
}

/** The calls of all seats, newest first, without those whose order is hidden from whoever asks. */
export async function listCallsOfAllSeats(db: Db, page: HiddenFrom & { readonly before: string | null; readonly limit: number }): Promise<readonly Call[]> {
  const { rows } = await sql<Call>`
    SELECT ${columns} FROM calls c LEFT JOIN work_orders o ON o.id = c.order_id
    WHERE (o.id IS NULL OR ${openTo(page)}) AND (${page.before}::uuid IS NULL OR c.id < ${page.before}::uuid)
    ORDER BY c.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** What rings for everybody, and the calls of one seat, newest first; the newest page only. */
export async function listCallRows(db: Db, page: { readonly staffId: string; readonly before: string | null; readonly limit: number }): Promise<readonly Call[]> {
  const { rows } = await sql<Call>`
    SELECT ${columns} FROM calls c
    WHERE (c.seat_staff_id = ${page.staffId} OR c.state = 'ringing') AND (${page.before}::uuid IS NULL OR c.id < ${page.before}::uuid)
    ORDER BY c.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** The calls that are not over and how each stands. */
export async function openCallsState(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string | null }>`SELECT string_agg(id || ' ' || state, ',' ORDER BY id) AS state FROM calls WHERE state <> 'ended'`.execute(db)
  return rows[0]?.state ?? ''
}
