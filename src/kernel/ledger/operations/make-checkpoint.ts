import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { checkpointBatch, makeCheckpoint } from '../make-checkpoint.ts'

/** Run by the job every minute; `more` says that events still wait after a full batch. */
export const makeCheckpointOperation = defineOperation({
  name: 'kernel.make-checkpoint',
  summary: 'Folds the newest ledger events into the Merkle tree and signs its root',
  kind: 'command',
  access: { permission: 'kernel:make-checkpoint' },
  input: z.object({}),
  output: z.object({ treeSize: z.number().int().nullable(), added: z.number().int(), more: z.boolean() }),
  refusals: [],
  async run(ctx) {
    const made = await makeCheckpoint(ctx.db, ctx.services, { now: ctx.now })
    return made ? { treeSize: made.checkpoint.treeSize, added: made.added, more: made.added === checkpointBatch } : { treeSize: null, added: 0, more: false }
  },
})
