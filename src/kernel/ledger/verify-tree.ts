import type { Db } from '#kernel/db/pool.ts'
import { verifyCheckpoint, type Checkpoint } from './checkpoint.ts'
import { listCheckpointsWithin } from './checkpoint-store.ts'
import { appendLeaves, emptyFrontier, frontierRoot, type Frontier } from './merkle.ts'
import { findNodes } from './node-store.ts'
import type { LedgerFault } from './verification.ts'
import { countNodes, findOrphanPending, listLeavesFrom, type CheckedLeaf } from './verify-store.ts'

const leavesAtOnce = 10_000

/** The keys by which the office may have signed at an instant. */
type KeysAt = (at: Date) => readonly Uint8Array[]

/** Rebuilds the tree from its first leaf and compares every leaf, node and signed root with what is stored. */
export async function verifyTree(db: Db, keysAt: KeysAt, seen: (leaves: number, checkpoints: number) => void): Promise<LedgerFault | undefined> {
  let frontier = emptyFrontier
  let signedSize = 0
  for (;;) {
    const leaves = await listLeavesFrom(db, frontier.size, leavesAtOnce)
    if (leaves.length === 0) break
    const badLeaf = leaves.map((leaf, place) => leafFault(leaf, frontier.size + place)).find((fault) => fault !== undefined)
    if (badLeaf) return badLeaf
    const checkpoints = await listCheckpointsWithin(db, frontier.size, frontier.size + leaves.length)
    seen(leaves.length, checkpoints.length)
    const grown = await growThrough(db, { frontier, leaves, checkpoints, keysAt })
    if ('fault' in grown) return grown
    frontier = grown
    signedSize = checkpoints.at(-1)?.treeSize ?? signedSize
  }
  return edgeFault(db, frontier.size, signedSize)
}

function leafFault(leaf: CheckedLeaf, expected: number): LedgerFault | undefined {
  if (leaf.index !== expected) return { fault: 'leaf-missing', leafIndex: expected }
  const place = { matterId: leaf.matterId, ...(leaf.number === null ? {} : { number: leaf.number }), seq: leaf.seq, leafIndex: leaf.index }
  if (!leaf.eventHash) return { fault: 'event-removed', ...place }
  return leaf.eventHash.equals(leaf.hash) ? undefined : { fault: 'leaf-differs', ...place }
}

interface Batch {
  readonly frontier: Frontier
  readonly leaves: readonly CheckedLeaf[]
  readonly checkpoints: readonly Checkpoint[]
  readonly keysAt: KeysAt
}

/** Grows the tree by one batch, stopping at each checkpoint's size on the way. */
async function growThrough(db: Db, { frontier: start, leaves, checkpoints, keysAt }: Batch): Promise<Frontier | LedgerFault> {
  let frontier = start
  const completed: ReturnType<typeof appendLeaves>['completed'][number][] = []
  for (const stop of [...checkpoints, undefined]) {
    const until = stop ? stop.treeSize - start.size : leaves.length
    const grown = appendLeaves(frontier, leaves.slice(frontier.size - start.size, until).map((leaf) => leaf.hash))
    frontier = grown.frontier
    completed.push(...grown.completed)
    if (stop && !frontierRoot(frontier).equals(stop.root)) return { fault: 'root-forged', treeSize: stop.treeSize }
    if (stop && !keysAt(stop.signedAt).some((key) => verifyCheckpoint(stop, key))) return { fault: 'signature-false', treeSize: stop.treeSize }
  }
  const stored = await findNodes(db, completed)
  const bad = completed.find((node) => !stored(node)?.equals(node.hash))
  return bad ? { fault: 'node-differs', leafIndex: bad.index * 2 ** bad.level } : frontier
}

/** What hangs over the edge: checkpoints beyond the last leaf, leaves beyond the last checkpoint, nodes of no tree, waiting events that were removed. */
async function edgeFault(db: Db, size: number, signedSize: number): Promise<LedgerFault | undefined> {
  const [beyond] = await listCheckpointsWithin(db, size, Number.MAX_SAFE_INTEGER)
  if (beyond) return { fault: 'tree-cut', treeSize: beyond.treeSize, leafIndex: size }
  if (signedSize !== size) return { fault: 'leaves-unsigned', leafIndex: signedSize }
  const subtrees = size.toString(2).replaceAll('0', '').length
  if ((await countNodes(db)) !== size - subtrees) return { fault: 'node-differs', leafIndex: size }
  const orphan = await findOrphanPending(db)
  return orphan && { fault: 'event-removed', ...orphan }
}
