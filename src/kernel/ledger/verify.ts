import { type FormerKey, publicKeysAt } from '#kernel/crypto/office-keys.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { Lifecycle } from '#kernel/lifecycle/lifecycle.ts'
import type { LedgerFault, LedgerVerification } from './verification.ts'
import { verifyDocuments } from './verify-documents.ts'
import { verifyMatters } from './verify-matters.ts'
import { verifyTree } from './verify-tree.ts'

export interface VerifyOptions {
  /** The office's SM2 key as the verifier has it from elsewhere than this database; 65 bytes. */
  readonly publicKey: Buffer
  /** Keys by which the office signed before, likewise from elsewhere; none unless it ever changed its key. */
  readonly formerKeys?: readonly FormerKey[]
  /** Tells which states close a matter; the closing instant of kinds that are not listed is not compared. */
  readonly lifecycles: readonly Lifecycle[]
}

/**
 * Checks a whole database as of one instant, in batches, beside running work: every chain, every matter's present against its events,
 * every event's place in the tree, every node, every signed root, every document's seal. Names the first event that was touched, and why.
 */
export async function verifyLedger(db: Db, options: VerifyOptions): Promise<LedgerVerification> {
  const counts = { matters: 0, events: 0, leaves: 0, checkpoints: 0, documents: 0 }
  const found: { fault?: LedgerFault | undefined } = {}
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        found.fault = await firstFault(tx, options, counts)
      })
  } catch (error) {
    // A transaction that only reads has nothing to commit: what was found in it is said, whatever became of it in the end.
    if (found.fault === undefined) throw error
  }
  return found.fault === undefined ? { ok: true, counts } : { ok: false, counts, fault: found.fault }
}

async function firstFault(tx: Db, options: VerifyOptions, counts: { -readonly [what in keyof LedgerVerification['counts']]: number }): Promise<LedgerFault | undefined> {
  const keysAt = (at: Date): readonly Buffer[] => publicKeysAt({ officeKey: options, formerOfficeKeys: options.formerKeys ?? [] }, at)
  const inMatters = await verifyMatters(tx, options.lifecycles, (matters, events) => {
    counts.matters += matters
    counts.events += events
  })
  const inTree = await (inMatters ??
    verifyTree(tx, keysAt, (leaves, checkpoints) => {
      counts.leaves += leaves
      counts.checkpoints += checkpoints
    }))
  return (
    inTree ??
    verifyDocuments(tx, keysAt, (documents) => {
      counts.documents += documents
    })
  )
}
