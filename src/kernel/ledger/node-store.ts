import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { leafHash, type NodeAddress } from './merkle.ts'

/** Reads the hashes of complete subtrees in one statement; level 0 is computed from the leaves. What is not stored is undefined. */
export async function findNodes(db: Db, addresses: readonly NodeAddress[]): Promise<(node: NodeAddress) => Buffer | undefined> {
  const leaves = addresses.filter(({ level }) => level === 0)
  const inner = addresses.filter(({ level }) => level > 0)
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    SELECT 0 AS level, leaf_no AS index, hash FROM ledger_leaves WHERE leaf_no = ANY(${leaves.map(({ index }) => index)}::bigint[])
    UNION ALL
    SELECT level, index, hash FROM ledger_nodes JOIN unnest(${inner.map(({ level }) => level)}::int[], ${inner.map(({ index }) => index)}::bigint[]) AS wanted (level, index) USING (level, index)`.execute(db)
  const hashes = new Map(rows.map(({ level, index, hash }) => [keyOf({ level, index }), level === 0 ? leafHash(hash) : hash]))
  return (node) => hashes.get(keyOf(node))
}

/** The same for nodes that must be there: the returned function throws for one that is not, which means that the stored tree is broken. */
export async function readNodes(db: Db, addresses: readonly NodeAddress[]): Promise<(node: NodeAddress) => Buffer> {
  const find = await findNodes(db, addresses)
  return (node) => {
    const hash = find(node)
    if (!hash) throw new Error(`The ledger's tree has no node at level ${node.level}, index ${node.index}`)
    return hash
  }
}

/** Where the roots of the frontier of a tree of `size` leaves stand, largest (leftmost) subtree first. */
export function frontierAddresses(size: number): readonly NodeAddress[] {
  const addresses: NodeAddress[] = []
  for (let start = 0; start < size; ) {
    const level = Math.floor(Math.log2(size - start))
    addresses.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return addresses
}

function keyOf({ level, index }: NodeAddress): string {
  return `${level}/${index}`
}

/** Where the leaf of an event stands, found by the event's hash (32 bytes). */
export async function findLeafIndex(db: Db, eventHash: Uint8Array): Promise<number | undefined> {
  const { rows } = await sql<{ index: number }>`SELECT leaf_no AS index FROM ledger_leaves WHERE hash = ${eventHash} LIMIT 1`.execute(db)
  return rows[0]?.index
}
