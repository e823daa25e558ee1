import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { webhookErrors } from '../errors.ts'
import { SubscriptionId } from '../schema.ts'
import { deliverAgain } from '../store/outbox.ts'
import { holdTold } from '../subscription-view.ts'

/** For a receiver that lost what it had: the ledger has everything, also from before the subscription. */
export const redeliver = defineOperation({
  name: 'webhooks.redeliver',
  summary: 'Tells a system everything since a day once more, under the same ids, at once if it was in a pause',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks/{id}/redeliver' },
  access: { permission: 'webhooks:manage' },
  input: z.object({ id: SubscriptionId, from: Day }),
  output: z.object({ id: SubscriptionId, messages: z.int() }),
  refusals: [webhookErrors.subscriptionUnknown, webhookErrors.stopped, webhookErrors.dayAhead],
  examples: [{ summary: 'Everything since a Monday', input: { id: '01990000-0000-7000-8000-000000000001', from: '2026-09-07' } }],
  async run(ctx, { id, from }) {
    await holdTold(ctx, id)
    if (from > dayOf(ctx.now)) throw new Refusal(webhookErrors.dayAhead, {}, [{ pointer: '/from', code: webhookErrors.dayAhead.code }])
    return { id, messages: await deliverAgain(ctx.db, id, instantAtStartOf(from), ctx.now) }
  },
})
