import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { actorOf, type Caller } from '#kernel/access/caller.ts'
import { type Db, later } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Vault } from '#kernel/vault/vault.ts'
import { contractRefusals } from './refusals.ts'

export interface IdempotencyClaim {
  readonly caller: Caller
  readonly operation: string
  readonly key: string
  readonly input: unknown
  readonly now: Date
}

const purpose = 'idempotent-answer'

/** Refuses a key that is no visible ASCII or too long. */
export function checkKey(key: string): void {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refusal(contractRefusals.idempotencyKeyInvalid)
}

/** Whether a command failed because an answer was kept under its key before. */
export function isRepeat(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_keys_pkey'
}

/** The answer that was given under the key, if one was; the same key with another input is refused (422). */
export async function findAnswer(db: Db, vault: Vault, claim: IdempotencyClaim): Promise<{ readonly answer: unknown } | undefined> {
  const { rows } = await sql<{ inputHash: string; sealed: Buffer | null }>`
    SELECT input_hash AS "inputHash", sealed_answer AS sealed FROM idempotency_keys
    WHERE principal = ${actorOf(claim.caller)} AND operation = ${claim.operation} AND key = ${claim.key}`.execute(db)
  const stored = rows[0]
  if (!stored?.sealed) return undefined
  if (stored.inputHash !== hashOf(vault, claim)) throw new Refusal(contractRefusals.idempotencyKeyReused)
  return { answer: JSON.parse(vault.openForOffice(stored.sealed, purpose).toString('utf8')) }
}

/**
 * Keeps the answer under its key, sealed, for it may hold what only the caller may read; as the last of what the command writes, so that it
 * costs no waiting. A repeat that got so far fails here on the unique constraint (`isRepeat`), and all that it did is undone. One that comes
 * while the first still runs waits for it here, and goes on in its place if the first rolled back.
 */
export async function keepAnswer(db: Db, vault: Vault, claim: IdempotencyClaim, answer: unknown): Promise<void> {
  const sealed = vault.sealForOffice(Buffer.from(JSON.stringify(answer ?? null), 'utf8'), purpose)
  await later(db, sql`INSERT INTO idempotency_keys (principal, operation, key, input_hash, claimed_at, sealed_answer)
    VALUES (${actorOf(claim.caller)}, ${claim.operation}, ${claim.key}, ${hashOf(vault, claim)}, ${claim.now}, ${sealed})`)
}

/** Forgets the answers of keys that were claimed before an instant; a later repeat is a new call. Returns how many. */
export async function forgetAnswers(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM idempotency_keys WHERE claimed_at < ${before}`.execute(db)
  return Number(numAffectedRows)
}

function hashOf(vault: Vault, claim: IdempotencyClaim): string {
  return vault.index('idempotent-input', inputHash(claim.input))
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
