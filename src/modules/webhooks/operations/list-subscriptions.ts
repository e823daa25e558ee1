import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Subscription, SubscriptionId } from '../schema.ts'
import { listSubscriptionRows } from '../store/subscriptions.ts'
import { viewOf } from '../subscription-view.ts'

export const listSubscriptions = defineOperation({
  name: 'webhooks.list-subscriptions',
  summary: 'Lists the systems that are told of what happens, those that were stopped too, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/webhooks' },
  access: { permission: 'webhooks:read' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: SubscriptionId.optional() }),
  output: z.object({ items: z.array(Subscription), nextCursor: SubscriptionId.nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest ten', input: { limit: 10 } }],
  async run({ db }, { limit, cursor }) {
    const rows = await listSubscriptionRows(db, limit, cursor)
    const items = rows.slice(0, limit).map(viewOf)
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  },
})
