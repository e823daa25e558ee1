import type { Services } from '#kernel/contract/services.ts'
import type { Db } from '#kernel/db/pool.ts'
import { signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { findTreeSize, insertGrowth, lockTree, takePending } from './checkpoint-store.ts'
import { appendLeaves, frontierRoot, type Frontier } from './merkle.ts'
import { frontierAddresses, readNodes } from './node-store.ts'

/** How many events one checkpoint takes at most: a transaction of about a fifth of a second (measured on two cores). */
export const checkpointBatch = 10_000

/** A new checkpoint, and how many events it folded in. */
export interface MadeCheckpoint {
  readonly checkpoint: Checkpoint
  readonly added: number
}

/**
 * Folds up to `limit` waiting events into the Merkle tree and signs the new root with the office's key, in the transaction of `db`;
 * five statements whatever the number of events. Undefined if no event waits. Two callers at once come one after the other.
 */
export async function makeCheckpoint(db: Db, services: Pick<Services, 'officeKey'>, options: { readonly now: Date; readonly limit?: number }): Promise<MadeCheckpoint | undefined> {
  await lockTree(db)
  const leaves = await takePending(db, options.limit ?? checkpointBatch)
  if (leaves.length === 0) return undefined
  const before = await readFrontier(db)
  const { frontier, completed } = appendLeaves(before, leaves.map((leaf) => leaf.hash))
  const checkpoint = signCheckpoint({ treeSize: frontier.size, root: frontierRoot(frontier), signedAt: options.now }, services.officeKey)
  await insertGrowth(db, { firstLeaf: before.size, leaves, completed, checkpoint })
  return { checkpoint, added: leaves.length }
}

async function readFrontier(db: Db): Promise<Frontier> {
  const size = await findTreeSize(db)
  const addresses = frontierAddresses(size)
  return { size, roots: addresses.map(await readNodes(db, addresses)) }
}
