import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** A receiver that one worker sends to until this instant; no other does meanwhile. */
export interface HeldReceiver {
  readonly id: string
  readonly until: Date
}

/** Of `webhook_subscriptions`: it is told, it is in no pause, and nobody sends to it. */
export function mayBeSentTo(now: Date): RawBuilder<boolean> {
  return sql`stopped_at IS NULL AND (paused_until IS NULL OR paused_until <= ${now}::timestamptz) AND (sending_until IS NULL OR sending_until <= ${now}::timestamptz)`
}

/** True if the receiver is this worker's now. A worker that was killed keeps it no longer than `until`. */
export async function holdReceiver(db: Db, { id, until }: HeldReceiver, now: Date): Promise<boolean> {
  const { rows } = await sql`UPDATE webhook_subscriptions SET sending_until = ${until} WHERE id = ${id} AND ${mayBeSentTo(now)} RETURNING 1`.execute(db)
  return rows.length === 1
}

/** Lets the receiver go, unless it has become somebody else's. */
export async function letGo(db: Db, { id, until }: HeldReceiver): Promise<void> {
  await sql`UPDATE webhook_subscriptions SET sending_until = NULL WHERE id = ${id} AND sending_until = ${until}`.execute(db)
}

/** It answered, whatever it said: nothing is wrong with it any more. `deliveredAt`: when it last took a message, if it took one. */
export async function noteReached(db: Db, id: string, deliveredAt: Date | undefined): Promise<void> {
  await sql`UPDATE webhook_subscriptions SET failures = 0, paused_until = NULL, last_fault = NULL, last_delivered_at = coalesce(${deliveredAt ?? null}, last_delivered_at) WHERE id = ${id}`.execute(db)
}

export interface Pause {
  readonly until: Date
  readonly why: string
  readonly deliveredAt: Date | undefined
}

/** It was not reached: nothing is sent to it until the pause is over, and then everything that waits may be sent. `deliveredAt`: as of `noteReached`. */
export async function pauseReceiver(db: Db, id: string, { until, why, deliveredAt }: Pause): Promise<void> {
  await sql`
    WITH paused AS (
      UPDATE webhook_subscriptions SET failures = failures + 1, paused_until = ${until}, last_fault = ${why}, last_delivered_at = coalesce(${deliveredAt ?? null}, last_delivered_at)
      WHERE id = ${id} RETURNING id
    )
    UPDATE webhook_deliveries SET next_attempt_at = ${until} FROM paused WHERE subscription_id = paused.id AND next_attempt_at > ${until}`.execute(db)
}
