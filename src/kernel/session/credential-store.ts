import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** Failures in a row after which an account is locked, and for how long (GB/T 22239-2019 8.1.4.1 b asks for both). */
export const failuresBeforeLock = 5
export const lockMinutes = 15

export interface Credential {
  readonly principal: string
  readonly passwordHash: string
  readonly totpSecret: Buffer | null
  readonly totpLastStep: number | null
  readonly lockedUntil: Date | null
}

export async function findCredential(db: Db, signInName: string): Promise<Credential | undefined> {
  // PostgreSQL takes no text with a NUL, so nobody is called that.
  if (signInName.includes('\0')) return undefined
  return firstCredential(db, sql`sign_in_name = ${signInName}`)
}

export async function findCredentialOf(db: Db, principal: string): Promise<Credential | undefined> {
  return firstCredential(db, sql`principal = ${principal}`)
}

async function firstCredential(db: Db, condition: ReturnType<typeof sql>): Promise<Credential | undefined> {
  const { rows } = await sql<Credential>`
    SELECT principal, password_hash AS "passwordHash", totp_secret AS "totpSecret", totp_last_step AS "totpLastStep", locked_until AS "lockedUntil"
    FROM credentials WHERE ${condition}`.execute(db)
  return rows[0]
}

export interface PasswordRow {
  readonly principal: string
  readonly signInName: string
  readonly passwordHash: string
}

/** Sets many passwords by their hashes in one statement; a new password lifts the lock and leaves the second factor. */
export async function savePasswords(db: Db, rows: readonly PasswordRow[]): Promise<void> {
  await sql`
    INSERT INTO credentials (principal, sign_in_name, password_hash)
    SELECT principal, "signInName", "passwordHash"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(principal text, "signInName" text, "passwordHash" text)
    ON CONFLICT (principal) DO UPDATE SET sign_in_name = excluded.sign_in_name, password_hash = excluded.password_hash,
      failed_attempts = 0, locked_until = NULL`.execute(db)
}

/** Counts one failure; the fifth in a row locks the account and starts the count anew. */
export async function countFailure(db: Db, principal: string, now: Date): Promise<void> {
  await sql`
    UPDATE credentials SET
      failed_attempts = (failed_attempts + 1) % ${failuresBeforeLock}::int,
      locked_until = CASE WHEN failed_attempts + 1 >= ${failuresBeforeLock} THEN ${now}::timestamptz + make_interval(mins => ${lockMinutes}) ELSE locked_until END
    WHERE principal = ${principal}`.execute(db)
}

/**
 * Ends an attempt that was right: forgets earlier failures and takes the code's step. False if another attempt took the
 * step or the account was locked in the meantime.
 */
export async function acceptAttempt(db: Db, principal: string, step: number | null, now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE credentials SET failed_attempts = 0, locked_until = NULL, totp_last_step = coalesce(${step}::bigint, totp_last_step)
    WHERE principal = ${principal} AND (locked_until IS NULL OR locked_until <= ${now})
      AND (${step}::bigint IS NULL OR totp_last_step IS NULL OR totp_last_step < ${step}::bigint)
    RETURNING 1`.execute(db)
  return rows.length === 1
}

/** Stores a sealed secret with the step of the code that proved it; false if one is enrolled already. */
export async function saveTotp(db: Db, principal: string, sealedSecret: Buffer, step: number): Promise<boolean> {
  const { rows } = await sql`
    UPDATE credentials SET totp_secret = ${sealedSecret}, totp_last_step = ${step} WHERE principal = ${principal} AND totp_secret IS NULL RETURNING 1`.execute(db)
  return rows.length === 1
}

export async function deleteTotp(db: Db, principal: string): Promise<void> {
  await sql`UPDATE credentials SET totp_secret = NULL, totp_last_step = NULL WHERE principal = ${principal}`.execute(db)
}
