/** A role that a member of staff holds for a unit; roles of the whole office carry the office's own unit. */
export interface HeldRole {
  readonly role: string
  readonly unitId: string
}

export interface Anonymous {
  readonly kind: 'anonymous'
}

/** A natural person who signed in; `level` is the identity assurance level 0–4 of this session. */
export interface PersonCaller {
  readonly kind: 'person'
  readonly id: string
  readonly level: number
  /** Masked, for greeting. */
  readonly name: string
}

export interface StaffCaller {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly hallId?: string | undefined
  readonly windowId?: string | undefined
  readonly roles: readonly HeldRole[]
}

/** The program itself: a job, the loader of the demo city, or the law (deemed acceptance and other effects of silence). */
export interface SystemCaller {
  readonly kind: 'system'
  readonly name: 'law' | 'job' | 'loader'
}

/** Who asks. Made by the session from a cookie or a bearer token, never from what the client says about itself. */
export type Caller = Anonymous | PersonCaller | StaffCaller | SystemCaller

export const anonymous: Anonymous = { kind: 'anonymous' }
export const law: SystemCaller = { kind: 'system', name: 'law' }

/** The reference written into the ledger: kind and id, never a name. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'anonymous') return 'anonymous'
  return caller.kind === 'system' ? `system:${caller.name}` : `${caller.kind}:${caller.id}`
}

/** The roles a caller acts in: staff roles as held; every person is also `person`, everybody is `anyone`. */
export function rolesOf(caller: Caller): ReadonlySet<string> {
  switch (caller.kind) {
    case 'anonymous':
      return new Set(['anyone'])
    case 'person':
      return new Set(['anyone', 'person'])
    case 'staff':
      return new Set(['anyone', 'staff', ...caller.roles.map((held) => held.role)])
    case 'system':
      return new Set(['anyone', 'system'])
  }
}

/** Whether a member of staff holds a role for this unit. */
export function holdsRole(caller: Caller, role: string, unitId: string): boolean {
  return caller.kind === 'staff' && caller.roles.some((held) => held.role === role && held.unitId === unitId)
}

/** The units for which a member of staff holds one of the roles. */
export function unitsWithRole(caller: Caller, ...roles: readonly string[]): readonly string[] {
  if (caller.kind !== 'staff') return []
  return [...new Set(caller.roles.filter((held) => roles.includes(held.role)).map((held) => held.unitId))]
}
