import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { webhookErrors } from '../errors.ts'
import { SubscriptionId } from '../schema.ts'
import { newSecret } from '../secret.ts'
import { replaceSecret } from '../store/subscriptions.ts'
import { mustExist } from '../subscription-view.ts'

/** A query for the reason of sign-in: a secret must never be kept as the answer of an idempotency key. */
export const renewSecret = defineOperation({
  name: 'webhooks.renew-secret',
  summary: 'Makes a new secret for the signatures of a subscription and shows it this once; the old one ends',
  kind: 'query',
  http: { method: 'POST', path: '/webhooks/{id}/secret', status: 201 },
  access: { permission: 'webhooks:manage' },
  input: z.object({ id: SubscriptionId }),
  output: z.object({ id: SubscriptionId, secret: z.string(), secretAt: z.string() }),
  refusals: [webhookErrors.subscriptionUnknown, webhookErrors.stopped],
  examples: [{ summary: 'For a new subscription', input: { id: '01990000-0000-7000-8000-000000000001' } }],
  async run(ctx, { id }) {
    await mustExist(ctx, id)
    const { secret, sealed } = newSecret(ctx.services.vault)
    if (!(await replaceSecret(ctx.db, id, { sealed, by: actorOf(ctx.caller) }, ctx.now))) throw new Refusal(webhookErrors.stopped)
    return { id, secret, secretAt: instantText(ctx.now) }
  },
})
