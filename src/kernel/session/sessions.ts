import { sql } from 'kysely'
import { actorOf, anonymous, type Caller } from '#kernel/access/caller.ts'
import { newToken, tokenHash } from '#kernel/crypto/tokens.ts'
import type { Db } from '#kernel/db/pool.ts'

export type SessionKind = 'browser' | 'token'

const hourMs = 3_600_000

/** How long a session lasts: a citizen's browser half a day, a working day for staff, a year for another system's token. */
export function sessionLifetimeMs(caller: Caller, kind: SessionKind): number {
  if (kind === 'token') return 365 * 24 * hourMs
  return caller.kind === 'staff' ? 10 * hourMs : 12 * hourMs
}

/** Signs a caller in and returns the bearer token; the database keeps only its hash. */
export async function openSession(db: Db, caller: Caller, kind: SessionKind, now: Date, token = newToken()): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs(caller, kind))
  await sql`INSERT INTO sessions (token_hash, kind, principal, caller, created_at, expires_at)
    VALUES (${Buffer.from(tokenHash(token), 'hex')}, ${kind}, ${actorOf(caller)}, ${JSON.stringify(caller)}::jsonb, ${now}, ${expiresAt})
    ON CONFLICT (token_hash) DO UPDATE SET caller = excluded.caller, expires_at = excluded.expires_at`.execute(db)
  return token
}

/** Who holds this token; anonymous for an unknown, expired or revoked one. */
export async function findCaller(db: Db, token: string | undefined, now: Date): Promise<Caller> {
  if (token === undefined || token.length < 20 || token.length > 200) return anonymous
  const { rows } = await sql<{ caller: Caller }>`
    SELECT caller FROM sessions WHERE token_hash = ${Buffer.from(tokenHash(token), 'hex')} AND revoked_at IS NULL AND expires_at > ${now}`.execute(db)
  return rows[0]?.caller ?? anonymous
}

/** Signs one token out. */
export async function closeSession(db: Db, token: string, now: Date): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ${now} WHERE token_hash = ${Buffer.from(tokenHash(token), 'hex')} AND revoked_at IS NULL`.execute(db)
}

/** Signs a principal (`staff:<id>`, `person:<id>`) out everywhere, for example after a change of roles. */
export async function closeSessionsOf(db: Db, principal: string, now: Date): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ${now} WHERE principal = ${principal} AND revoked_at IS NULL`.execute(db)
}
