import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { webhookErrors } from './errors.ts'
import { stateOf } from './rules.ts'
import type { Subscription } from './schema.ts'
import { findStopped, findSubscription, type SubscriptionRow } from './store/subscriptions.ts'

const textOf = (instant: Date | null): string | null => instant && instantText(instant)

export function viewOf(row: SubscriptionRow): Subscription {
  return {
    ...row,
    kinds: [...row.kinds],
    state: stateOf(row),
    oldestWaitingAt: textOf(row.oldestWaitingAt),
    lastDeliveredAt: textOf(row.lastDeliveredAt),
    pausedUntil: textOf(row.pausedUntil),
    createdAt: instantText(row.createdAt),
    secretAt: instantText(row.secretAt),
    stoppedAt: textOf(row.stoppedAt),
  }
}

/** The subscription as it is now; refuses `webhooks.subscription-unknown`. */
export async function getView({ db }: Pick<Ctx, 'db'>, id: string): Promise<Subscription> {
  const row = await findSubscription(db, id)
  if (row === undefined) throw new Refusal(webhookErrors.subscriptionUnknown)
  return viewOf(row)
}

/** Refuses `webhooks.subscription-unknown`. */
export async function mustExist({ db }: Pick<Ctx, 'db'>, id: string): Promise<void> {
  if ((await findStopped(db, id, false)) === undefined) throw new Refusal(webhookErrors.subscriptionUnknown)
}

/** Holds the subscription for a command: nobody stops it meanwhile. Refuses `webhooks.subscription-unknown` and `webhooks.stopped`. */
export async function holdTold({ db }: Pick<Ctx, 'db'>, id: string): Promise<void> {
  const found = await findStopped(db, id, true)
  if (found === undefined) throw new Refusal(webhookErrors.subscriptionUnknown)
  if (found.stoppedAt !== null) throw new Refusal(webhookErrors.stopped)
}
