import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { MatterKind } from '../schema.ts'

export interface SubscriptionRow {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly kinds: readonly MatterKind[]
  readonly failures: number
  readonly pausedUntil: Date | null
  readonly lastFault: string | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly secretAt: Date
  readonly stoppedAt: Date | null
  readonly stoppedBy: string | null
  readonly waiting: number
  readonly oldestWaitingAt: Date | null
  readonly lastDeliveredAt: Date | null
}

export interface NewSubscription {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly kinds: readonly MatterKind[]
  readonly sealedSecret: Buffer
  readonly by: string
}

/** Begins with what happens from now on; false if this address is told already. */
export async function insertSubscription(db: Db, { id, name, address, kinds, sealedSecret, by }: NewSubscription, now: Date): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO webhook_subscriptions (id, name, address, kinds, sealed_secret, next_leaf, created_at, created_by, secret_at)
    SELECT ${id}, ${name}, ${address}, ${[...kinds]}::text[], ${sealedSecret}, coalesce((SELECT max(tree_size) FROM checkpoints), 0), ${now}, ${by}, ${now}
    ON CONFLICT (address) WHERE stopped_at IS NULL DO NOTHING RETURNING 1`.execute(db)
  return rows.length === 1
}

const shown = sql`
  s.id, s.name, s.address, s.kinds, s.failures, s.paused_until AS "pausedUntil", s.last_fault AS "lastFault", s.created_at AS "createdAt", s.created_by AS "createdBy",
  s.secret_at AS "secretAt", s.stopped_at AS "stoppedAt", s.stopped_by AS "stoppedBy", s.last_delivered_at AS "lastDeliveredAt", d.waiting, d.oldest AS "oldestWaitingAt"`

const deliveries = sql`
  LEFT JOIN LATERAL (
    SELECT count(*) AS waiting,
      (SELECT e.at FROM webhook_deliveries o JOIN ledger_leaves l ON l.leaf_no = o.leaf_no JOIN matter_events e ON e.matter_id = l.matter_id AND e.seq = l.seq
       WHERE o.subscription_id = s.id AND o.next_attempt_at IS NOT NULL ORDER BY o.leaf_no LIMIT 1) AS oldest
    FROM webhook_deliveries w WHERE w.subscription_id = s.id AND w.next_attempt_at IS NOT NULL
  ) d ON true`

export async function findSubscription(db: Db, id: string): Promise<SubscriptionRow | undefined> {
  const { rows } = await sql<SubscriptionRow>`SELECT ${shown} FROM webhook_subscriptions s ${deliveries} WHERE s.id = ${id}`.execute(db)
  return rows[0]
}

/** Newest first; one more than `limit` if there are more. */
export async function listSubscriptionRows(db: Db, limit: number, before: string | undefined): Promise<readonly SubscriptionRow[]> {
  const { rows } = await sql<SubscriptionRow>`
    SELECT ${shown} FROM webhook_subscriptions s ${deliveries} ${before === undefined ? sql`` : sql`WHERE s.id < ${before}`} ORDER BY s.id DESC LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** True if it was still told until now. What waits for it is told no more. */
export async function stopSubscription(db: Db, id: string, by: string, now: Date): Promise<boolean> {
  const { rows } = await sql`UPDATE webhook_subscriptions SET stopped_at = ${now}, stopped_by = ${by}, paused_until = NULL WHERE id = ${id} AND stopped_at IS NULL RETURNING 1`.execute(db)
  return rows.length === 1
}

/** True if it is still told; from now on everything is signed with the new secret, also what waits. */
export async function replaceSecret(db: Db, id: string, sealedSecret: Buffer, now: Date): Promise<boolean> {
  const { rows } = await sql`UPDATE webhook_subscriptions SET sealed_secret = ${sealedSecret}, secret_at = ${now} WHERE id = ${id} AND stopped_at IS NULL RETURNING 1`.execute(db)
  return rows.length === 1
}

/** The receiver was not reached: nothing is sent to it until the pause is over, and then everything that waits may be sent. */
export async function pauseSubscription(db: Db, id: string, { until, why }: { readonly until: Date; readonly why: string }): Promise<void> {
  await sql`
    WITH paused AS (UPDATE webhook_subscriptions SET failures = failures + 1, paused_until = ${until}, last_fault = ${why} WHERE id = ${id} RETURNING id)
    UPDATE webhook_deliveries SET next_attempt_at = ${until} FROM paused WHERE subscription_id = paused.id AND next_attempt_at > ${until}`.execute(db)
}

/** It was reached: whatever was wrong is over. */
export async function noteReached(db: Db, id: string, now: Date): Promise<void> {
  await sql`UPDATE webhook_subscriptions SET failures = 0, paused_until = NULL, last_fault = NULL, last_delivered_at = ${now} WHERE id = ${id}`.execute(db)
}
