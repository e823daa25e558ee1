import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { blockListOf } from '../address-guard.ts'
import { deliverDue } from '../deliver.ts'
import { SubscriptionId } from '../schema.ts'
import { httpTransport } from '../transport.ts'

/** A query, because no transaction may stay open while a receiver thinks: each message is marked for itself. */
export const deliver = defineOperation({
  name: 'webhooks.deliver',
  summary: 'Sends what is due to one receiver',
  kind: 'query',
  access: { permission: 'webhooks:deliver' },
  input: z.object({ id: SubscriptionId }),
  output: z.object({ delivered: z.int() }),
  refusals: [],
  async run(ctx, { id }) {
    return { delivered: await deliverDue(ctx, id, httpTransport(blockListOf(ctx.services.config.webhookNetworks))) }
  },
})
