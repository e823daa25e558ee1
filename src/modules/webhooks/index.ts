import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { webhookErrors } from './errors.ts'
import { deliverJob, fillOutboxJob, forgetDeliveredJob } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { deliver } from './operations/deliver.ts'
import { fillOutbox } from './operations/fill-outbox.ts'
import { forgetDeliveredOperation } from './operations/forget-delivered.ts'
import { getSubscription } from './operations/get-subscription.ts'
import { listDeliveries } from './operations/list-deliveries.ts'
import { listSubscriptions } from './operations/list-subscriptions.ts'
import { redeliver } from './operations/redeliver.ts'
import { renewSecret } from './operations/renew-secret.ts'
import { stop } from './operations/stop.ts'
import { subscribe } from './operations/subscribe.ts'

export const webhooks = defineModule({
  name: 'webhooks',
  needs: [],
  operations: [subscribe, listSubscriptions, getSubscription, listDeliveries, stop, redeliver, renewSecret, fillOutbox, deliver, forgetDeliveredOperation],
  permissions,
  refusals: webhookErrors,
  jobs: [fillOutboxJob, deliverJob, forgetDeliveredJob],
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})
