import { randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'
import { fine, fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { notify } from '#kernel/notify/notify.ts'
import type { Vault } from '#kernel/vault/vault.ts'
import { sessionErrors } from './errors.ts'
import { keepFailure, type SignInCtx } from './kept-failure.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const validMinutes = 5
const pauseSeconds = 60
const mostTries = 5

export interface SentCode {
  readonly expiresAt: Date
}

/**
 * Makes a one-time code of six digits and sends it by SMS in the caller's transaction; it is good for 5 minutes, one use
 * and 5 tries, and replaces an earlier one. Refuses `session.phone-invalid` and, within a minute of the last one,
 * `session.phone-code-too-soon`.
 */
export async function requestPhoneCode(ctx: Ctx, phone: string): Promise<Verdict<SentCode>> {
  if (!/^1[3-9]\d{9}$/.test(phone)) return refuse(sessionErrors.phoneInvalid)
  const { vault } = ctx.services
  const phoneIndex = indexOf(vault, phone)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + validMinutes * 60_000)
  const { rows } = await sql`
    INSERT INTO phone_codes (phone_index, code_hash, created_at, expires_at)
    VALUES (${phoneIndex}, ${hashOf(vault, phone, code)}, ${ctx.now}, ${expiresAt})
    ON CONFLICT (phone_index) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at, tries = 0, used_at = NULL
      WHERE phone_codes.created_at <= ${new Date(ctx.now.getTime() - pauseSeconds * 1000)}
    RETURNING 1`.execute(ctx.db)
  if (rows.length === 0) return refuse(sessionErrors.phoneCodeTooSoon, { retryAfterSeconds: pauseSeconds })
  await notify(ctx, {
    recipient: `phone:${phoneIndex}`,
    subjectId: null,
    matterId: null,
    channels: ['sms'],
    template: { key: 'session.phone-code', text: texts.messages.phoneCode },
    params: { code, minutes: validMinutes },
    address: { sms: phone },
  })
  return fineWith({ expiresAt })
}

/**
 * Takes a code once. Refuses `session.phone-code-wrong` for a wrong, expired, used or unknown code alike; a wrong one
 * counts as a try although the operation is refused, and the fifth kills the code.
 */
export async function takePhoneCode(ctx: SignInCtx, phone: string, code: string): Promise<Verdict> {
  const { vault } = ctx.services
  const phoneIndex = indexOf(vault, phone)
  const { rows } = await sql<{ codeHash: string }>`
    SELECT code_hash AS "codeHash" FROM phone_codes
    WHERE phone_index = ${phoneIndex} AND used_at IS NULL AND expires_at > ${ctx.now} AND tries < ${mostTries}`.execute(ctx.db)
  const stored = rows[0]?.codeHash
  if (stored === undefined) return refuse(sessionErrors.phoneCodeWrong)
  if (!timingSafeEqual(Buffer.from(stored), Buffer.from(hashOf(vault, phone, code)))) {
    await keepFailure(ctx, async (db) => {
      await sql`UPDATE phone_codes SET tries = tries + 1 WHERE phone_index = ${phoneIndex} AND code_hash = ${stored}`.execute(db)
    })
    return refuse(sessionErrors.phoneCodeWrong)
  }
  const taken = await sql`
    UPDATE phone_codes SET used_at = ${ctx.now} WHERE phone_index = ${phoneIndex} AND code_hash = ${stored} AND used_at IS NULL AND tries < ${mostTries}
    RETURNING 1`.execute(ctx.db)
  return taken.rows.length === 1 ? fine : refuse(sessionErrors.phoneCodeWrong)
}

/** Forgets the codes that expired before an instant. Returns how many. */
export async function forgetPhoneCodes(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM phone_codes WHERE expires_at < ${before}`.execute(db)
  return Number(numAffectedRows)
}

function indexOf(vault: Vault, phone: string): string {
  return vault.index('phone', phone)
}

/** Keyed, so that a copy of the table does not give the million codes away. */
function hashOf(vault: Vault, phone: string, code: string): string {
  return vault.index('phone-code', `${phone}/${code}`)
}
