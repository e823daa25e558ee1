import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { actorOf, type Caller } from '#kernel/access/caller.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { contractRefusals } from './refusals.ts'

export interface IdempotencyClaim {
  readonly caller: Caller
  readonly operation: string
  readonly key: string
  readonly input: unknown
  readonly now: Date
}

/**
 * Claims the key inside the transaction. The first caller gets undefined and goes on; a repeat with the same input gets
 * the stored answer; the same key with another input is refused (422). A repeat that comes while the first still runs
 * waits for it on the unique constraint.
 */
export async function findAnswer(db: Db, claim: IdempotencyClaim): Promise<{ readonly answer: unknown } | undefined> {
  if (!/^[\x21-\x7e]{1,200}$/.test(claim.key)) throw new Refusal(contractRefusals.idempotencyKeyInvalid)
  const hash = inputHash(claim.input)
  const claimed = await sql<{ claimed: number }>`
    INSERT INTO idempotency_keys (principal, operation, key, input_hash, claimed_at)
    VALUES (${actorOf(claim.caller)}, ${claim.operation}, ${claim.key}, ${hash}, ${claim.now})
    ON CONFLICT DO NOTHING RETURNING 1 AS claimed`.execute(db)
  if (claimed.rows.length === 1) return undefined
  const { rows } = await sql<{ input_hash: string; answer: unknown }>`
    SELECT input_hash, answer FROM idempotency_keys
    WHERE principal = ${actorOf(claim.caller)} AND operation = ${claim.operation} AND key = ${claim.key}`.execute(db)
  const stored = rows[0]
  if (stored === undefined) throw new Refusal(contractRefusals.tryAgain)
  if (stored.input_hash !== hash) throw new Refusal(contractRefusals.idempotencyKeyReused)
  return { answer: stored.answer }
}

export async function saveAnswer(db: Db, claim: IdempotencyClaim, answer: unknown): Promise<void> {
  await sql`UPDATE idempotency_keys SET answer = ${JSON.stringify(answer ?? null)}::jsonb
    WHERE principal = ${actorOf(claim.caller)} AND operation = ${claim.operation} AND key = ${claim.key}`.execute(db)
}

/** Equal inputs hash equally whatever the order of their keys. */
function inputHash(input: unknown): string {
  const ordered = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
    if (Array.isArray(value)) return value.map(ordered)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, ordered(item)]),
    )
  }
  return createHash('sha256').update(JSON.stringify(ordered(input)) ?? '').digest('hex')
}
