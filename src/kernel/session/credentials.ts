import { hashPassword, verifyPassword } from '#kernel/crypto/password.ts'
import { matchTotp } from '#kernel/crypto/totp.ts'
import type { Db } from '#kernel/db/pool.ts'
import { fine, fineWith, refuse, type RefusalType, type Verdict } from '#kernel/errors/refusal.ts'
import { recordAccess } from './access-log.ts'
import { acceptAttempt, type Credential, countFailure, findCredential, type PasswordRow, savePasswords } from './credential-store.ts'
import { sessionErrors } from './errors.ts'
import { keepFailure, type SignInCtx } from './kept-failure.ts'
import { openTotpSecret } from './second-factor.ts'

export interface NewPassword {
  /** `staff:<id>` */
  readonly principal: string
  readonly signInName: string
  readonly password: string
}

export interface PasswordAttempt {
  readonly name: string
  readonly password: string
  /** Six digits of the second factor, if one is enrolled. */
  readonly code?: string | undefined
}

/** Whether a password may be set: 8 to 128 characters of at least two kinds (GB/T 22239-2019 8.1.4.1 a). Refuses `session.password-too-weak`. */
export function checkPassword(password: string): Verdict {
  const length = Array.from(password).length
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  return length >= 8 && length <= 128 && kinds >= 2 ? fine : refuse(sessionErrors.passwordTooWeak)
}

/** Sets or changes a password and lifts a lock. Refuses `session.password-too-weak`. Sessions that are open stay open: see `closeSessionsOf`. */
export async function setPassword(db: Db, { principal, signInName, password }: NewPassword): Promise<Verdict> {
  const allowed = checkPassword(password)
  if (allowed.ok) await savePasswords(db, [{ principal, signInName, passwordHash: await hashPassword(password) }])
  return allowed
}

/** Sets many passwords by hashes of `hashPassword`, in one statement: for a loader that gives everyone of a demo city the same one. */
export async function setPasswordHashes(db: Db, rows: readonly PasswordRow[]): Promise<void> {
  await savePasswords(db, rows)
}

let nobodysHash: Promise<string> | undefined

/**
 * Checks name, password and, where enrolled, the second factor; answers the principal (`staff:<id>`). The fifth failure in
 * a row locks the account for 15 minutes. An unknown name costs the same work and gets the same answer as a wrong
 * password. Every attempt stands in the access log, a failed one although the operation is refused. Refuses
 * `session.wrong-name-or-password`, `session.locked`, `session.code-required`, `session.code-wrong`.
 */
export async function signInWithPassword(ctx: SignInCtx, attempt: PasswordAttempt): Promise<Verdict<string>> {
  const credential = await findCredential(ctx.db, attempt.name)
  const lockedForMs = (credential?.lockedUntil?.getTime() ?? 0) - ctx.now.getTime()
  if (credential && lockedForMs > 0) {
    await recordFailure(ctx, credential, sessionErrors.locked)
    return refuse(sessionErrors.locked, { retryAfterSeconds: Math.ceil(lockedForMs / 1000) })
  }

  nobodysHash ??= hashPassword('nobody')
  const right = await verifyPassword(attempt.password, credential?.passwordHash ?? (await nobodysHash))
  if (credential === undefined || !right) return failed(ctx, credential, sessionErrors.wrongNameOrPassword)

  const step = findStep(ctx, credential, attempt.code)
  if (!step.ok) {
    if (step.refusal.type === sessionErrors.codeWrong) return failed(ctx, credential, sessionErrors.codeWrong)
    await recordFailure(ctx, credential, sessionErrors.codeRequired)
    return step
  }
  if (!(await acceptAttempt(ctx.db, credential.principal, step.value, ctx.now))) return failed(ctx, credential, sessionErrors.codeWrong)
  await recordAccess(ctx.db, { at: ctx.now, actor: credential.principal, act: 'sign-in', purpose: 'password' })
  return fineWith(credential.principal)
}

/** The step of the code, null where no second factor is enrolled. A step is good once (RFC 6238 §5.2). */
function findStep(ctx: SignInCtx, { principal, totpSecret, totpLastStep }: Credential, code: string | undefined): Verdict<number | null> {
  if (totpSecret === null) return fineWith(null)
  if (code === undefined || code === '') return refuse(sessionErrors.codeRequired)
  const step = matchTotp(openTotpSecret(ctx.services.vault, principal, totpSecret), code, ctx.now.getTime())
  return step === undefined || (totpLastStep !== null && step <= totpLastStep) ? refuse(sessionErrors.codeWrong) : fineWith(step)
}

/** An attempt that counts against the account. */
async function failed(ctx: SignInCtx, credential: Credential | undefined, type: RefusalType): Promise<ReturnType<typeof refuse>> {
  if (credential) await keepFailure(ctx, (db) => countFailure(db, credential.principal, ctx.now))
  await recordFailure(ctx, credential, type)
  return refuse(type)
}

async function recordFailure(ctx: SignInCtx, credential: Credential | undefined, type: RefusalType): Promise<void> {
  await keepFailure(ctx, (db) => recordAccess(db, { at: ctx.now, actor: credential?.principal ?? 'anonymous', act: 'sign-in-failed', purpose: 'password', detail: { code: type.code } }))
}
