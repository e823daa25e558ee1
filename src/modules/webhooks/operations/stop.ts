import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { webhookErrors } from '../errors.ts'
import { Subscription, SubscriptionId } from '../schema.ts'
import { stopSubscription } from '../store/subscriptions.ts'
import { getView, holdTold } from '../subscription-view.ts'

export const stop = defineOperation({
  name: 'webhooks.stop',
  summary: 'Stops telling a system, for good: what waits for it is not sent any more',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks/{id}/stop' },
  access: { permission: 'webhooks:manage' },
  input: z.object({ id: SubscriptionId }),
  output: Subscription,
  refusals: [webhookErrors.subscriptionUnknown, webhookErrors.stopped],
  examples: [{ summary: 'A platform that was shut down', input: { id: '01990000-0000-7000-8000-000000000001' } }],
  async run(ctx, { id }) {
    await holdTold(ctx, id)
    await stopSubscription(ctx.db, id, actorOf(ctx.caller), ctx.now)
    return getView(ctx, id)
  },
})
