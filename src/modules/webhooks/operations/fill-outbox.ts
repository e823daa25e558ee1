import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { findDue, takeLeaves } from '../store/outbox.ts'

/** Once a second: what the ledger has since then goes into the outbox of every subscription; a job in the queue sends what is due. */
export const fillOutbox = defineOperation({
  name: 'webhooks.fill-outbox',
  summary: 'Takes new events of the ledger into the outboxes and has what is due sent',
  kind: 'command',
  access: { permission: 'webhooks:deliver' },
  input: z.object({}),
  output: z.object({ due: z.int() }),
  refusals: [],
  async run(ctx) {
    await takeLeaves(ctx.db, ctx.now)
    const due = await findDue(ctx.db, ctx.now)
    for (const id of due) ctx.addJob('webhooks.deliver', { id }, { key: `webhooks.deliver:${id}` })
    return { due: due.length }
  },
})
