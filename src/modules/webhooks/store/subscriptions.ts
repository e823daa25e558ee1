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
  readonly secretBy: string | null
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
    INSERT INTO webhook_subscriptions (id, name, address, kinds, sealed_secret, next_leaf, created_at, created_by, secret_at, secret_by)
    SELECT ${id}, ${name}, ${address}, ${[...kinds]}::text[], ${sealedSecret}, coalesce((SELECT max(tree_size) FROM checkpoints), 0), ${now}, ${by}, ${now}, ${by}
    ON CONFLICT (address) WHERE stopped_at IS NULL DO NOTHING RETURNING 1`.execute(db)
  return rows.length === 1
}

const shown = sql`
  s.id, s.name, s.address, s.kinds, s.failures, s.paused_until AS "pausedUntil", s.last_fault AS "lastFault", s.created_at AS "createdAt", s.created_by AS "createdBy",
  s.secret_at AS "secretAt", s.secret_by AS "secretBy", s.stopped_at AS "stoppedAt", s.stopped_by AS "stoppedBy", s.last_delivered_at AS "lastDeliveredAt", d.waiting, d.oldest AS "oldestWaitingAt"`

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

/** Since when it is stopped, null while it is told; undefined if there is none. `held`: it stays so until the command has ended. */
export async function findStopped(db: Db, id: string, held: boolean): Promise<{ readonly stoppedAt: Date | null } | undefined> {
  const { rows } = await sql<{ stoppedAt: Date | null }>`SELECT stopped_at AS "stoppedAt" FROM webhook_subscriptions WHERE id = ${id} ${held ? sql`FOR UPDATE` : sql``}`.execute(db)
  return rows[0]
}

/** Tells it nothing more, for a subscription that is held: what waited for it is gone. */
export async function stopSubscription(db: Db, id: string, by: string, now: Date): Promise<void> {
  await sql`UPDATE webhook_subscriptions SET stopped_at = ${now}, stopped_by = ${by}, paused_until = NULL WHERE id = ${id}`.execute(db)
  await sql`DELETE FROM webhook_deliveries WHERE subscription_id = ${id} AND next_attempt_at IS NOT NULL`.execute(db)
}

export interface NewSecret {
  readonly sealed: Buffer
  readonly by: string
}

/** True if it is still told; from now on everything is signed with the new secret, also what waits. */
export async function replaceSecret(db: Db, id: string, { sealed, by }: NewSecret, now: Date): Promise<boolean> {
  const { rows } = await sql`UPDATE webhook_subscriptions SET sealed_secret = ${sealed}, secret_at = ${now}, secret_by = ${by} WHERE id = ${id} AND stopped_at IS NULL RETURNING 1`.execute(db)
  return rows.length === 1
}
