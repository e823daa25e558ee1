import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { findCheckpoint } from '../checkpoint-store.ts'
import { ledgerRefusals } from '../errors.ts'
import { inclusionPlan, proofFromNodes } from '../merkle-proof.ts'
import { findLeafIndex, readNodes } from '../node-store.ts'
import { Hash, signedRoot, SignedRoot } from '../schema.ts'

/** What a receipt holder needs to check offline (merkle-verify.ts) that his event stands in the office's ledger. Hashes only, so anyone may ask. */
export const getInclusionProof = defineOperation({
  name: 'kernel.get-inclusion-proof',
  summary: 'Proves that the event with this hash is in the signed Merkle tree of the ledger (RFC 9162 audit path with SM3)',
  kind: 'query',
  http: { method: 'GET', path: '/ledger/proofs/{eventHash}' },
  access: 'public',
  input: z.object({
    eventHash: Hash,
    /** Size of the tree to prove it in: that of a checkpoint the asker holds; the newest unless told. */
    treeSize: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({ eventHash: Hash, leafIndex: z.number().int(), auditPath: z.array(Hash), checkpoint: SignedRoot }),
  refusals: [ledgerRefusals.eventNotInTree, ledgerRefusals.checkpointUnknown],
  examples: [{ summary: 'The hash that is printed on a receipt', input: { eventHash: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0' } }],
  async run({ db }, { eventHash, treeSize }) {
    const index = await findLeafIndex(db, Buffer.from(eventHash, 'hex'))
    const checkpoint = index === undefined ? undefined : await findCheckpoint(db, treeSize)
    if (index === undefined) throw new Refusal(ledgerRefusals.eventNotInTree)
    if (!checkpoint) throw new Refusal(ledgerRefusals.checkpointUnknown)
    if (index >= checkpoint.treeSize) throw new Refusal(ledgerRefusals.eventNotInTree)
    const plan = inclusionPlan(index, checkpoint.treeSize)
    const path = proofFromNodes(plan, await readNodes(db, plan.flat()))
    return { eventHash, leafIndex: index, auditPath: path.map((hash) => hash.toString('hex')), checkpoint: signedRoot(checkpoint) }
  },
})
