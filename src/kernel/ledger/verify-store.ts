import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** A matter as it stands now. */
export interface CheckedMatter {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly version: number
  readonly headSeq: number
  readonly headHash: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly outcome: string | null
  readonly leadUnitId: string | null
}

/** An event with the hash under which the tree, or else the waiting list, knows it. */
export interface CheckedEvent {
  readonly matterId: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly from: string | null
  readonly to: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly prevHash: string
  readonly hash: string
  readonly knownHash: string | null
}

/** The next matters by id. */
export async function listMattersAfter(db: Db, after: string, limit: number): Promise<readonly CheckedMatter[]> {
  const { rows } = await sql<CheckedMatter>`
    SELECT id, number, kind, state, version, head_seq AS "headSeq", encode(head_hash, 'hex') AS "headHash", opened_at AS "openedAt", closed_at AS "closedAt", outcome, lead_unit_id AS "leadUnitId"
    FROM matters WHERE id > ${after} ORDER BY id LIMIT ${limit}`.execute(db)
  return rows
}

/** All events of these matters, in order. An instant that is finer than a millisecond keeps its digits, so that it is not taken for the original. */
export async function listCheckedEvents(db: Db, matterIds: readonly string[]): Promise<ReadonlyMap<string, readonly CheckedEvent[]>> {
  const { rows } = await sql<Omit<CheckedEvent, 'at'> & { readonly milliseconds: number; readonly beyond: number }>`
    SELECT e.matter_id AS "matterId", e.seq, floor(extract(epoch FROM e.at) * 1000)::bigint AS milliseconds, extract(microseconds FROM e.at)::int % 1000 AS beyond,
      e.actor, e.command, e.from_state AS "from", e.to_state AS "to", e.detail, encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash,
      encode(coalesce(l.hash, p.hash), 'hex') AS "knownHash"
    FROM matter_events e LEFT JOIN ledger_leaves l USING (matter_id, seq) LEFT JOIN ledger_pending p USING (matter_id, seq)
    WHERE e.matter_id = ANY(${matterIds}::uuid[]) ORDER BY e.matter_id, e.seq`.execute(db)
  return Map.groupBy(rows.map(({ milliseconds, beyond, ...row }) => ({ ...row, at: exactText(milliseconds, beyond) })), (row) => row.matterId)
}

/** An instant in UTC, with six digits after the second unless it is whole milliseconds; `beyond` are the microseconds past them. */
function exactText(milliseconds: number, beyond: number): string {
  const text = new Date(milliseconds).toISOString()
  return beyond === 0 ? text : text.replace('Z', `${String(beyond).padStart(3, '0')}Z`)
}

/** Events of a matter that is not there, the first by id: nothing but the two functions that write the ledger holds the two together. */
export async function findOrphanEvent(db: Db): Promise<{ readonly matterId: string; readonly seq: number } | undefined> {
  const { rows } = await sql<{ matterId: string; seq: number }>`
    SELECT e.matter_id AS "matterId", e.seq FROM matter_events e LEFT JOIN matters m ON m.id = e.matter_id WHERE m.id IS NULL ORDER BY e.matter_id, e.seq LIMIT 1`.execute(db)
  return rows[0]
}

/** A leaf with the event behind it, if there still is one. */
export interface CheckedLeaf {
  readonly index: number
  readonly matterId: string
  readonly number: string | null
  readonly seq: number
  readonly hash: Buffer
  readonly eventHash: Buffer | null
}

/** The next leaves by number. */
export async function listLeavesFrom(db: Db, first: number, limit: number): Promise<readonly CheckedLeaf[]> {
  const { rows } = await sql<CheckedLeaf>`
    SELECT l.leaf_no AS index, l.matter_id AS "matterId", m.number, l.seq, l.hash, e.hash AS "eventHash"
    FROM ledger_leaves l LEFT JOIN matter_events e USING (matter_id, seq) LEFT JOIN matters m ON m.id = l.matter_id
    WHERE l.leaf_no >= ${first} ORDER BY l.leaf_no LIMIT ${limit}`.execute(db)
  return rows
}

/** Waiting events that have no event behind them, the first by id. */
export async function findOrphanPending(db: Db): Promise<{ readonly matterId: string; readonly seq: number } | undefined> {
  const { rows } = await sql<{ matterId: string; seq: number }>`
    SELECT p.matter_id AS "matterId", p.seq FROM ledger_pending p LEFT JOIN matter_events e USING (matter_id, seq) WHERE e.seq IS NULL ORDER BY p.matter_id, p.seq LIMIT 1`.execute(db)
  return rows[0]
}

/** How many nodes above the leaves are stored. */
export async function countNodes(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ledger_nodes`.execute(db)
  return rows[0]?.count ?? 0
}
