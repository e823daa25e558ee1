import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { NodeAddress } from './merkle.ts'

const checkpointColumns = sql.raw('tree_size AS "treeSize", root, signed_at AS "signedAt", signature, public_key AS "publicKey"')

/** An event that waits to enter the tree; its leaf is its hash. */
export interface PendingLeaf {
  readonly matterId: string
  readonly seq: number
  readonly hash: Buffer
}

/** Lets one checkpoint at a time be made in this city; held until commit. */
export async function lockTree(db: Db): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('yimen:checkpoint:' || current_schema(), 0))`.execute(db)
}

/** How many leaves the newest checkpoint covers; none before the first. */
export async function findTreeSize(db: Db): Promise<number> {
  const { rows } = await sql<{ size: number }>`SELECT coalesce(max(tree_size), 0) AS size FROM checkpoints`.execute(db)
  return rows[0]?.size ?? 0
}

/**
 * Takes up to `limit` waiting events off the list, in the order of their leaves: by instant, then matter, then number. A waiting
 * event that has no event behind it is taken too, last, so that the tree shows what was removed.
 */
export async function takePending(db: Db, limit: number): Promise<readonly PendingLeaf[]> {
  const { rows } = await sql<PendingLeaf>`
    WITH taken AS (
      DELETE FROM ledger_pending WHERE (matter_id, seq) IN (SELECT matter_id, seq FROM ledger_pending ORDER BY matter_id, seq LIMIT ${limit})
      RETURNING matter_id, seq, hash
    )
    SELECT t.matter_id AS "matterId", t.seq, t.hash FROM taken t LEFT JOIN matter_events e USING (matter_id, seq) ORDER BY e.at, t.matter_id, t.seq`.execute(db)
  return rows
}

/** What one checkpoint adds to the tree. */
export interface TreeGrowth {
  readonly firstLeaf: number
  readonly leaves: readonly PendingLeaf[]
  readonly completed: readonly (NodeAddress & { readonly hash: Buffer })[]
  readonly checkpoint: Checkpoint
}

/** Writes leaves, the nodes that they complete and the signed root in one statement. */
export async function insertGrowth(db: Db, { firstLeaf, leaves, completed, checkpoint }: TreeGrowth): Promise<void> {
  await sql`
    WITH new_leaves AS (
      INSERT INTO ledger_leaves (leaf_no, matter_id, seq, hash)
      SELECT ${firstLeaf}::bigint + place - 1, matter_id, seq, hash
      FROM unnest(${leaves.map((leaf) => leaf.matterId)}::uuid[], ${leaves.map((leaf) => leaf.seq)}::int[], ${leaves.map((leaf) => leaf.hash)}::bytea[])
        WITH ORDINALITY AS leaf (matter_id, seq, hash, place)
    ), new_nodes AS (
      INSERT INTO ledger_nodes (level, index, hash)
      SELECT * FROM unnest(${completed.map((node) => node.level)}::int[], ${completed.map((node) => node.index)}::bigint[], ${completed.map((node) => node.hash)}::bytea[])
    )
    INSERT INTO checkpoints (tree_size, root, signed_at, signature, public_key)
    VALUES (${checkpoint.treeSize}, ${checkpoint.root}, ${checkpoint.signedAt}, ${checkpoint.signature}, ${checkpoint.publicKey})`.execute(db)
}

/** The newest checkpoint, or that of exactly `treeSize` leaves. */
export async function findCheckpoint(db: Db, treeSize?: number): Promise<Checkpoint | undefined> {
  const condition = treeSize === undefined ? sql`true` : sql`tree_size = ${treeSize}`
  const { rows } = await sql<Checkpoint>`SELECT ${checkpointColumns} FROM checkpoints WHERE ${condition} ORDER BY tree_size DESC LIMIT 1`.execute(db)
  return rows[0]
}

/** Checkpoints below `before`, newest first. */
export async function listCheckpointsBefore(db: Db, before: number, limit: number): Promise<readonly Checkpoint[]> {
  const { rows } = await sql<Checkpoint>`SELECT ${checkpointColumns} FROM checkpoints WHERE tree_size < ${before} ORDER BY tree_size DESC LIMIT ${limit}`.execute(db)
  return rows
}

/** Checkpoints whose size is above `after` and at most `upTo`, oldest first. */
export async function listCheckpointsWithin(db: Db, after: number, upTo: number): Promise<readonly Checkpoint[]> {
  const { rows } = await sql<Checkpoint>`SELECT ${checkpointColumns} FROM checkpoints WHERE tree_size > ${after} AND tree_size <= ${upTo} ORDER BY tree_size`.execute(db)
  return rows
}
