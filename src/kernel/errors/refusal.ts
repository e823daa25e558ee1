/** What went wrong, as seen by the caller. One place (`http/problem.ts`) maps a kind to an HTTP status. */
export type RefusalKind =
  | 'invalid' // 400: the input does not fit the operation's shape or a rule about single fields
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not-found' // 404
  | 'not-allowed' // 405: the address exists, the method does not
  | 'conflict' // 409: the record's state does not allow it
  | 'too-large' // 413
  | 'unsupported' // 415
  | 'unprocessable' // 422: well formed, and refused by a rule
  | 'limit' // 429
  | 'unavailable' // 503
  | 'storage' // 507: no room is left on the office's disk

/** A refusal that a module may answer with. Codes (`module.reason`) are public and never reused; titles live in locale files under `errors.<code>`. */
export interface RefusalType {
  readonly code: string
  readonly kind: RefusalKind
}

/** One field that is wrong: an RFC 6901 pointer into the input, with a code whose text is in the locale file. */
export interface FieldFault {
  readonly pointer: string
  readonly code: string
  readonly detail?: string
}

/** A decision to say no. Anything thrown that is not a Refusal is a fault of the program. */
export class Refusal extends Error {
  readonly type: RefusalType
  readonly details: Readonly<Record<string, unknown>>
  readonly fields: readonly FieldFault[]

  constructor(type: RefusalType, details: Readonly<Record<string, unknown>> = {}, fields: readonly FieldFault[] = []) {
    super(type.code)
    this.name = 'Refusal'
    this.type = type
    this.details = details
    this.fields = fields
  }

  get code(): string {
    return this.type.code
  }
}

/** The answer of a pure rule: either fine, or a refusal for the operation to throw. */
export type Verdict<T = undefined> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const fine: Verdict = { ok: true, value: undefined }

export function fineWith<T>(value: T): Verdict<T> {
  return { ok: true, value }
}

export function refuse(type: RefusalType, details?: Readonly<Record<string, unknown>>, fields?: readonly FieldFault[]): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: new Refusal(type, details, fields) }
}

/** Unwraps a verdict inside an operation: returns the value or throws the refusal. */
export function must<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw verdict.refusal
  return verdict.value
}
