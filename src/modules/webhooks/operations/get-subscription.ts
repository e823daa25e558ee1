import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { webhookErrors } from '../errors.ts'
import { Subscription, SubscriptionId } from '../schema.ts'
import { getView } from '../subscription-view.ts'

export const getSubscription = defineOperation({
  name: 'webhooks.get-subscription',
  summary: 'One subscription: where to, since when, how much waits, and why the last try failed',
  kind: 'query',
  http: { method: 'GET', path: '/webhooks/{id}' },
  access: { permission: 'webhooks:read' },
  input: z.object({ id: SubscriptionId }),
  output: Subscription,
  refusals: [webhookErrors.subscriptionUnknown],
  examples: [{ summary: 'By its id', input: { id: '01990000-0000-7000-8000-000000000001' } }],
  run: (ctx, { id }) => getView(ctx, id),
})
