import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { type HeldReceiver, mayBeSentTo } from './receiver.ts'

const firstPauseSeconds = 60
const longestPauseSeconds = 3_600
/** How far the clocks of two servers may differ: a checkpoint that is older than a day by so much holds no step of that day. */
const clocksApart = '1 day'

/**
 * Takes what the ledger has since every subscription was last looked at into its outbox, all at once: two steps of one matter may
 * stand in its tree the other way round if the clocks of two servers differ. Leaves are numbered under a lock, so none can appear
 * behind the place that was reached.
 */
export async function takeLeaves(db: Db, now: Date): Promise<void> {
  await sql`
    WITH tree AS (SELECT coalesce(max(tree_size), 0) AS size FROM checkpoints),
    behind AS (
      SELECT s.id, s.kinds, s.next_leaf AS first, tree.size AS beyond
      FROM webhook_subscriptions s, tree WHERE s.stopped_at IS NULL AND s.next_leaf < tree.size FOR UPDATE OF s
    ), taken AS (
      INSERT INTO webhook_deliveries (subscription_id, leaf_no, matter_id, seq, next_attempt_at)
      SELECT b.id, l.leaf_no, l.matter_id, l.seq, ${now}::timestamptz FROM behind b JOIN ledger_leaves l ON l.leaf_no >= b.first AND l.leaf_no < b.beyond JOIN matters m ON m.id = l.matter_id
      WHERE cardinality(b.kinds) = 0 OR m.kind = ANY(b.kinds) ON CONFLICT DO NOTHING
    )
    UPDATE webhook_subscriptions s SET next_leaf = b.beyond FROM behind b WHERE s.id = b.id`.execute(db)
}

/** Subscriptions that something is due for and that no worker sends to. */
export async function findDue(db: Db, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM webhook_subscriptions s WHERE ${mayBeSentTo(now)}
      AND EXISTS (SELECT FROM webhook_deliveries d WHERE d.subscription_id = s.id AND d.next_attempt_at <= ${now})`.execute(db)
  return rows.map(({ id }) => id)
}

export interface ClaimedDelivery {
  readonly leaf: number
  readonly address: string
  readonly sealedSecret: Buffer
  readonly failures: number
  readonly matterNumber: string
  readonly matterKind: string
  readonly seq: number
  readonly at: Date
  readonly command: string
  readonly from: string | null
  readonly to: string
  readonly hash: string
}

/** What a worker takes for one try: at most `limit` messages of a receiver that it holds. */
export interface Claim {
  readonly held: HeldReceiver
  readonly limit: number
}

/**
 * Takes due messages of a receiver that is held, before anything is sent: the try is counted and the next one put off, so that a crash
 * only delays them. Of one matter only the oldest is taken. To a receiver that was not reached the last time one message goes first.
 */
export async function claimDeliveries(db: Db, { held, limit }: Claim, now: Date): Promise<readonly ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    WITH receiver AS (
      SELECT id, address, sealed_secret, failures FROM webhook_subscriptions
      WHERE id = ${held.id} AND stopped_at IS NULL AND sending_until = ${held.until}::timestamptz
    ), due AS (
      SELECT d.subscription_id, d.leaf_no FROM webhook_deliveries d JOIN receiver r ON r.id = d.subscription_id
      WHERE d.next_attempt_at <= ${now}::timestamptz AND NOT EXISTS (
        SELECT FROM webhook_deliveries earlier
        WHERE earlier.subscription_id = d.subscription_id AND earlier.matter_id = d.matter_id AND earlier.next_attempt_at IS NOT NULL AND earlier.seq < d.seq
      )
      ORDER BY d.leaf_no LIMIT (SELECT CASE WHEN max(failures) > 0 THEN 1 ELSE ${limit}::int END FROM receiver) FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE webhook_deliveries d SET attempts = attempts + 1,
        next_attempt_at = ${now}::timestamptz + make_interval(secs => least(${firstPauseSeconds} * 2 ^ least(attempts, 10), ${longestPauseSeconds}))
      FROM due WHERE d.subscription_id = due.subscription_id AND d.leaf_no = due.leaf_no RETURNING d.leaf_no
    )
    SELECT l.leaf_no AS leaf, r.address, r.sealed_secret AS "sealedSecret", r.failures, m.number AS "matterNumber", m.kind AS "matterKind", e.seq, e.at, e.command,
      e.from_state AS "from", e.to_state AS "to", encode(e.hash, 'hex') AS hash
    FROM claimed JOIN ledger_leaves l USING (leaf_no) JOIN matter_events e ON e.matter_id = l.matter_id AND e.seq = l.seq JOIN matters m ON m.id = l.matter_id CROSS JOIN receiver r
    ORDER BY l.leaf_no`.execute(db)
  return rows
}

export async function markDelivered(db: Db, subscriptionId: string, leaf: number, now: Date): Promise<void> {
  await sql`UPDATE webhook_deliveries SET delivered_at = ${now}, next_attempt_at = NULL, last_answer = 'delivered' WHERE subscription_id = ${subscriptionId} AND leaf_no = ${leaf}`.execute(db)
}

/** Writes why the last try of a message failed. */
export async function noteAnswer(db: Db, subscriptionId: string, leaf: number, answer: string): Promise<void> {
  await sql`UPDATE webhook_deliveries SET last_answer = ${answer} WHERE subscription_id = ${subscriptionId} AND leaf_no = ${leaf} AND delivered_at IS NULL`.execute(db)
}

/**
 * Puts everything that happened since `from` into the outbox again, whether it was delivered or not, and ends a pause. Returns how many.
 * Only leaves that checkpoints of that time brought are looked at: the tree may hold years.
 */
export async function deliverAgain(db: Db, subscriptionId: string, from: Date, now: Date): Promise<number> {
  const { rows } = await sql`
    WITH receiver AS (UPDATE webhook_subscriptions SET failures = 0, paused_until = NULL WHERE id = ${subscriptionId} RETURNING id, kinds, next_leaf),
    before AS (SELECT coalesce(max(tree_size), 0) AS size FROM checkpoints WHERE signed_at < ${from}::timestamptz - ${clocksApart}::interval)
    INSERT INTO webhook_deliveries (subscription_id, leaf_no, matter_id, seq, next_attempt_at)
    SELECT r.id, l.leaf_no, l.matter_id, l.seq, ${now}::timestamptz FROM receiver r CROSS JOIN before b JOIN ledger_leaves l ON l.leaf_no >= b.size AND l.leaf_no < r.next_leaf
      JOIN matter_events e ON e.matter_id = l.matter_id AND e.seq = l.seq JOIN matters m ON m.id = l.matter_id
    WHERE e.at >= ${from} AND (cardinality(r.kinds) = 0 OR m.kind = ANY(r.kinds))
    ON CONFLICT (subscription_id, leaf_no) DO UPDATE SET next_attempt_at = excluded.next_attempt_at, delivered_at = NULL, attempts = 0, last_answer = NULL RETURNING 1`.execute(db)
  return rows.length
}

export interface DeliveryRow {
  readonly leaf: number
  readonly matterNumber: string
  readonly matterKind: string
  readonly command: string
  readonly at: Date
  readonly attempts: number
  readonly nextAttemptAt: Date | null
  readonly deliveredAt: Date | null
  readonly lastAnswer: string | null
}

export interface DeliveryPage {
  readonly subscriptionId: string
  readonly waitingOnly: boolean
  readonly before: number | undefined
  readonly limit: number
}

/** The newest first; one more than `limit` if there are more. */
export async function listDeliveryRows(db: Db, { subscriptionId, waitingOnly, before, limit }: DeliveryPage): Promise<readonly DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    SELECT d.leaf_no AS leaf, m.number AS "matterNumber", m.kind AS "matterKind", e.command, e.at, d.attempts, d.next_attempt_at AS "nextAttemptAt",
      d.delivered_at AS "deliveredAt", d.last_answer AS "lastAnswer"
    FROM webhook_deliveries d JOIN ledger_leaves l USING (leaf_no) JOIN matter_events e ON e.matter_id = l.matter_id AND e.seq = l.seq JOIN matters m ON m.id = l.matter_id
    WHERE d.subscription_id = ${subscriptionId} ${waitingOnly ? sql`AND d.next_attempt_at IS NOT NULL` : sql``} ${before === undefined ? sql`` : sql`AND d.leaf_no < ${before}`}
    ORDER BY d.leaf_no DESC LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** Forgets what was delivered before `before`; `deliverAgain` finds it in the ledger. Returns how many. */
export async function forgetDelivered(db: Db, before: Date): Promise<number> {
  const { rows } = await sql`DELETE FROM webhook_deliveries WHERE delivered_at < ${before} RETURNING 1`.execute(db)
  return rows.length
}
