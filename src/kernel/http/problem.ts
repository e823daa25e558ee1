import { Refusal, type RefusalKind, type RefusalType } from '#kernel/errors/refusal.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'

/** The texts of a refusal code in both languages. */
export interface RefusalTexts {
  zh(code: string): string
  en(code: string): string
}

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  limit: 429,
  unavailable: 503,
  storage: 507,
}

export function statusOf(type: RefusalType): number {
  return statuses[type.kind]
}

/** A refusal as RFC 9457 problem details: stable `code`, title in Chinese and English, pointers to the fields that are wrong. No detail can take the place of a member of the problem. */
export function problemOf(refusal: Refusal, texts: RefusalTexts, requestId: string): Readonly<Record<string, unknown>> {
  const { code } = refusal
  return {
    ...refusal.details,
    type: `urn:yimen:problem:${code}`,
    status: statusOf(refusal.type),
    code,
    title: texts.zh(code),
    titleEn: texts.en(code),
    instance: `urn:yimen:request:${requestId}`,
    ...(refusal.fields.length > 0 ? { errors: refusal.fields.map((field) => ({ ...field, title: texts.zh(field.code) })) } : {}),
  }
}

/** A fault as a problem: nothing but the number under which the log has it. */
export function faultProblem(texts: RefusalTexts, requestId: string): Readonly<Record<string, unknown>> {
  return {
    type: 'urn:yimen:problem:contract.fault',
    status: 500,
    code: 'contract.fault',
    title: texts.zh('contract.fault'),
    titleEn: texts.en('contract.fault'),
    instance: `urn:yimen:request:${requestId}`,
  }
}

/** lock_not_available, query_canceled, idle_in_transaction_session_timeout: the bounds of `kernel/db/pool.ts`. */
const tooLong: ReadonlySet<string> = new Set(['55P03', '57014', '25P03'])

/** No room: of PostgreSQL (disk_full), of the folder of files, of the account that owns it. */
const noRoom: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** What PostgreSQL and the disk say that is not the program's fault: a lost race (409); a server that is away or became a standby (read_only_sql_transaction), waiting that took too long, or a statement prepared before a migration (503); a full disk (507). */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (noRoom.has(code)) return new Refusal(contractRefusals.diskFull)
  if (code === '40001') return new Refusal(contractRefusals.versionConflict)
  if (tooLong.has(code) || code === '40P01' || code === '25006' || code.startsWith('08') || code.startsWith('57P') || code.startsWith('53') || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code)) return new Refusal(contractRefusals.tryAgain)
  // An orderly stop takes the socket's file away: nobody can connect to what is not there (ENOENT), or reach its machine.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'connect') return new Refusal(contractRefusals.tryAgain)
  if (error instanceof Error && /cached plan must not change result type|Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i.test(error.message)) return new Refusal(contractRefusals.tryAgain)
  return undefined
}
