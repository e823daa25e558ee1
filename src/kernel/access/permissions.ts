import { type Caller, rolesOf } from './caller.ts'

/** A permission (`cases:accept`) and the roles that hold it by default. `person` and `anyone` are roles too; `system` holds everything. */
export interface Permission {
  readonly roles: readonly string[]
}

export type Permissions = Readonly<Record<string, Permission>>

/** Whether the caller's roles include one that holds the permission. Which records it reaches is decided by the module's visibility function. */
export function isPermitted(permissions: Permissions, permission: string, caller: Caller): boolean {
  if (caller.kind === 'system') return true
  const held = rolesOf(caller)
  return permissions[permission]?.roles.some((role) => held.has(role)) ?? false
}
