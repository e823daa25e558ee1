import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listCheckpointsBefore } from '../checkpoint-store.ts'
import { signedRoot, SignedRoot } from '../schema.ts'

/** The published roots, newest first; the cursor is the size of the last tree that was listed. */
export const listCheckpoints = defineOperation({
  name: 'kernel.list-checkpoints',
  summary: 'Lists the signed roots of the ledger, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/ledger/checkpoints' },
  access: 'public',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({ items: z.array(SignedRoot), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest root', input: { limit: 1 } }],
  async run({ db }, { limit, cursor }) {
    const found = await listCheckpointsBefore(db, cursor ?? Number.MAX_SAFE_INTEGER, limit + 1)
    const items = found.slice(0, limit).map(signedRoot)
    const last = items.at(-1)
    return { items, nextCursor: found.length > limit && last ? String(last.treeSize) : null }
  },
})
