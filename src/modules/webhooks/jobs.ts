import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { deliver } from './operations/deliver.ts'
import { fillOutbox } from './operations/fill-outbox.ts'
import { forgetDeliveredOperation } from './operations/forget-delivered.ts'
import { SubscriptionId } from './schema.ts'

/** Looks for new events. Safe to run twice: the place that was reached moves with what was taken. */
export const fillOutboxJob = defineJob({
  name: 'webhooks.fill-outbox',
  payload: z.object({}),
  everySecond: true,
  async run(context) {
    await context.run(fillOutbox, {})
  },
})

/** Sends to one receiver, so that a slow one keeps nobody else waiting. Safe to run twice: a message is claimed before it is sent. */
export const deliverJob = defineJob({
  name: 'webhooks.deliver',
  payload: z.object({ id: SubscriptionId }),
  async run(context, { id }) {
    await context.run(deliver, { id })
  },
})

export const forgetDeliveredJob = defineJob({
  name: 'webhooks.forget-delivered',
  payload: z.object({}),
  schedule: '40 3 * * *',
  async run(context) {
    await context.run(forgetDeliveredOperation, {})
  },
})
