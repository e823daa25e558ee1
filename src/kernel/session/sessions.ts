import { sql } from 'kysely'
import { actorOf, anonymous, type Caller } from '#kernel/access/caller.ts'
import { newToken, tokenHash } from '#kernel/crypto/tokens.ts'
import type { Db } from '#kernel/db/pool.ts'

export type SessionKind = 'browser' | 'token'

const hourMs = 3_600_000

/** The session by which a caller was found, so that signing out ends this one and not the others of the same person. */
const foundBy = new WeakMap<Caller, Buffer>()

export interface NewSession {
  readonly kind: SessionKind
  readonly now: Date
  /** When the caller loses a role or leaves: the session ends then at the latest, because it keeps the roles of sign-in. */
  readonly rolesUntil?: Date | undefined
}

export interface OpenedSession {
  /** Bearer token; the database keeps only its hash. */
  readonly token: string
  readonly expiresAt: Date
}

/** Signs a caller in: a citizen's browser for half a day, staff for a working day, another system's token for a year. */
export async function openSession(db: Db, caller: Caller, { kind, now, rolesUntil }: NewSession): Promise<OpenedSession> {
  const token = newToken()
  const longest = new Date(now.getTime() + lifetimeMs(caller, kind))
  const expiresAt = rolesUntil !== undefined && rolesUntil < longest ? rolesUntil : longest
  await sql`INSERT INTO sessions (token_hash, kind, principal, caller, created_at, expires_at)
    VALUES (${hashOf(token)}, ${kind}, ${actorOf(caller)}, ${JSON.stringify(caller)}::jsonb, ${now}, ${expiresAt})`.execute(db)
  return { token, expiresAt }
}

function lifetimeMs(caller: Caller, kind: SessionKind): number {
  if (kind === 'token') return 365 * 24 * hourMs
  return caller.kind === 'staff' ? 10 * hourMs : 12 * hourMs
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

/** Forgets the sessions that expired or were signed out before an instant; who signed in stays in the access log. Returns how many. */
export async function forgetEndedSessions(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM sessions WHERE expires_at < ${before} OR revoked_at < ${before}`.execute(db)
  return Number(numAffectedRows)
}

async function revoke(db: Db, hash: Buffer, now: Date): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ${now} WHERE token_hash = ${hash} AND revoked_at IS NULL`.execute(db)
}

function hashOf(token: string): Buffer {
  return Buffer.from(tokenHash(token), 'hex')
}
