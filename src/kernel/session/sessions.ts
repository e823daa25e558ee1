import { sql } from 'kysely'
import { actorOf, anonymous, type Caller } from '#kernel/access/caller.ts'
import { newToken, tokenHash } from '#kernel/crypto/tokens.ts'
import type { Db } from '#kernel/db/pool.ts'

export type SessionKind = 'browser' | 'token'

const hourMs = 3_600_000

/** The session by which a caller was found, so that signing out ends this one and not the others of the same person. */
const foundBy = new WeakMap<Caller, Buffer>()

/** How long a session lasts: a citizen's browser half a day, a working day for staff, a year for another system's token. */
export function sessionLifetimeMs(caller: Caller, kind: SessionKind): number {
  if (kind === 'token') return 365 * 24 * hourMs
  return caller.kind === 'staff' ? 10 * hourMs : 12 * hourMs
}

/** Signs a caller in and returns the bearer token; the database keeps only its hash. */
export async function openSession(db: Db, caller: Caller, kind: SessionKind, now: Date): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs(caller, kind))
  await sql`INSERT INTO sessions (token_hash, kind, principal, caller, created_at, expires_at)
    VALUES (${hashOf(token)}, ${kind}, ${actorOf(caller)}, ${JSON.stringify(caller)}::jsonb, ${now}, ${expiresAt})`.execute(db)
  return token
}

/** Who holds this token; anonymous for an unknown, expired or revoked one. */
export async function findCaller(db: Db, token: string | undefined, now: Date): Promise<Caller> {
  if (token === undefined || token.length < 20 || token.length > 200) return anonymous
  const hash = hashOf(token)
  const { rows } = await sql<{ caller: Caller }>`
    SELECT caller FROM sessions WHERE token_hash = ${hash} AND revoked_at IS NULL AND expires_at > ${now}`.execute(db)
  const caller = rows[0]?.caller
  if (caller === undefined) return anonymous
  foundBy.set(caller, hash)
  return caller
}

/** Signs one token out. */
export async function closeSession(db: Db, token: string, now: Date): Promise<void> {
  await revoke(db, hashOf(token), now)
}

/** Signs out the session by which `findCaller` found this very caller object; a caller that was made otherwise has none. */
export async function closeSessionOf(db: Db, caller: Caller, now: Date): Promise<void> {
  const hash = foundBy.get(caller)
  if (hash) await revoke(db, hash, now)
}

/** Signs a principal (`staff:<id>`, `person:<id>`) out everywhere, for example after a change of roles. */
export async function closeSessionsOf(db: Db, principal: string, now: Date): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ${now} WHERE principal = ${principal} AND revoked_at IS NULL`.execute(db)
}

async function revoke(db: Db, hash: Buffer, now: Date): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ${now} WHERE token_hash = ${hash} AND revoked_at IS NULL`.execute(db)
}

function hashOf(token: string): Buffer {
  return Buffer.from(tokenHash(token), 'hex')
}
