import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { findCheckpoint } from '../checkpoint-store.ts'
import { ledgerRefusals } from '../errors.ts'
import { consistencyPlan, proofFromNodes } from '../merkle-proof.ts'
import { readNodes } from '../node-store.ts'
import { Hash, signedRoot, SignedRoot } from '../schema.ts'

/** Shows whoever kept an old signed root that nothing under it was changed since. */
export const getConsistencyProof = defineOperation({
  name: 'kernel.get-consistency-proof',
  summary: 'Proves that the ledger at a later checkpoint is the ledger at an earlier one with events added (RFC 9162, SM3)',
  kind: 'query',
  http: { method: 'GET', path: '/ledger/consistency' },
  access: 'public',
  input: z.object({
    from: z.coerce.number().int().positive(),
    /** The newest checkpoint unless told. */
    to: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({ from: SignedRoot, to: SignedRoot, proof: z.array(Hash) }),
  refusals: [ledgerRefusals.checkpointUnknown, ledgerRefusals.sizesNotOrdered],
  examples: [{ summary: 'From a root published last year to the newest', input: { from: 1000 } }],
  async run({ db }, { from, to }) {
    if (to !== undefined && to < from) throw new Refusal(ledgerRefusals.sizesNotOrdered)
    const older = await findCheckpoint(db, from)
    const newer = await findCheckpoint(db, to)
    if (!older || !newer) throw new Refusal(ledgerRefusals.checkpointUnknown)
    const plan = consistencyPlan(older.treeSize, newer.treeSize)
    const proof = proofFromNodes(plan, await readNodes(db, plan.flat()))
    return { from: signedRoot(older), to: signedRoot(newer), proof: proof.map((hash) => hash.toString('hex')) }
  },
})
