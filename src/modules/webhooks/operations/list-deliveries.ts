import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { webhookErrors } from '../errors.ts'
import { Delivery, SubscriptionId } from '../schema.ts'
import { listDeliveryRows } from '../store/outbox.ts'
import { mustExist } from '../subscription-view.ts'

export const listDeliveries = defineOperation({
  name: 'webhooks.list-deliveries',
  summary: 'Lists what one subscription was told and what waits for it, newest first; what was delivered is kept for thirty days',
  kind: 'query',
  http: { method: 'GET', path: '/webhooks/{id}/deliveries' },
  access: { permission: 'webhooks:read' },
  input: z.object({ id: SubscriptionId, waiting: z.stringbool().default(false), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.coerce.number().int().min(0).optional() }),
  output: z.object({ items: z.array(Delivery), nextCursor: z.int().nullable() }),
  refusals: [webhookErrors.subscriptionUnknown],
  examples: [{ summary: 'What waits', input: { id: '01990000-0000-7000-8000-000000000001', waiting: 'true' } }],
  async run(ctx, { id, waiting, limit, cursor }) {
    await mustExist(ctx, id)
    const rows = await listDeliveryRows(ctx.db, { subscriptionId: id, waitingOnly: waiting, before: cursor, limit })
    const items = rows.slice(0, limit).map((row) => ({ ...row, at: instantText(row.at), nextAttemptAt: row.nextAttemptAt && instantText(row.nextAttemptAt), deliveredAt: row.deliveredAt && instantText(row.deliveredAt) }))
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.leaf ?? null) : null }
  },
})
