import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { blockListOf, maySubscribe } from '../address-guard.ts'
import { webhookErrors } from '../errors.ts'
import { MatterKind, Subscription } from '../schema.ts'
import { newSecret } from '../secret.ts'
import { insertSubscription } from '../store/subscriptions.ts'
import { getView } from '../subscription-view.ts'

/** The secret is not in the answer, which is kept under the idempotency key: `webhooks.renew-secret` shows one, once. */
export const subscribe = defineOperation({
  name: 'webhooks.subscribe',
  summary: 'Lets another system be told of every step of matters of some kinds, or of all, from now on',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks', status: 201 },
  access: { permission: 'webhooks:manage' },
  input: z.object({
    name: z.string().trim().min(1).max(100),
    address: z.string().trim().min(1).max(500),
    /** None means all. */
    kinds: z.array(MatterKind).max(50).default([]),
  }),
  output: Subscription,
  refusals: [webhookErrors.addressNotAllowed, webhookErrors.alreadySubscribed],
  examples: [{ summary: 'The city data platform is told of cases', input: { name: '市数据共享平台', address: 'https://share.gz.example.org/yimen', kinds: ['case'] } }],
  async run(ctx, { name, address, kinds }) {
    if (!maySubscribe(address, blockListOf(ctx.services.config.webhookNetworks))) throw new Refusal(webhookErrors.addressNotAllowed, {}, [{ pointer: '/address', code: webhookErrors.addressNotAllowed.code }])
    const id = newId(ctx.now.getTime())
    const { sealed } = newSecret(ctx.services.vault)
    const inserted = await insertSubscription(ctx.db, { id, name, address: new URL(address).href, kinds: [...new Set(kinds)], sealedSecret: sealed, by: actorOf(ctx.caller) }, ctx.now)
    if (!inserted) throw new Refusal(webhookErrors.alreadySubscribed)
    return getView(ctx, id)
  },
})
