import type { FieldProblem } from '#ui/error-summary.tsx'
import type { FieldFault, Refusal, RefusalKind } from '#kernel/errors/refusal.ts'

/** A refusal as pages see it: plain values in the reader's language, safe to show. */
export interface RefusalShown {
  readonly code: string
  readonly kind: RefusalKind
  readonly title: string
  readonly fields: readonly (FieldFault & { readonly title: string })[]
}

const statusOfKind: Readonly<Record<RefusalKind, number>> = {
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

/** The HTTP status of a page that shows this refusal; the same as the API's. */
export function statusOf(kind: RefusalKind): number {
  return statusOfKind[kind]
}

/** Recognised by name, not by class: in the built bundle the class of the host is another object. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'type' in error
}

/** True for the data of an error response that carries a refusal. */
export function isRefusalShown(value: unknown): value is RefusalShown {
  return typeof value === 'object' && value !== null && 'code' in value && 'kind' in value && 'title' in value
}

/**
 * The lines of an error summary for a refused form, and the error of one field for its `Field`. `idOf` turns the pointer
 * into the input (RFC 6901) into the id of a control; without it `/place/street` becomes `place-street`.
 */
export function problemsOf(refusal: RefusalShown, idOf: (pointer: string) => string = idOfPointer): readonly FieldProblem[] {
  return refusal.fields.map((field) => ({ id: idOf(field.pointer), text: field.title }))
}

function idOfPointer(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-')
}
