import { type Caller, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'

export const organisationPermissions = {
  'organisation:load': { roles: ['system'] },
  'organisation:list-staff': { roles: ['administrator', 'supervisor', 'unitHead'] },
  'organisation:list-colleagues': { roles: ['staff'] },
  'organisation:change-roles': { roles: ['administrator'] },
  'organisation:grant-agency': { roles: ['unitHead'] },
  'organisation:read-record': { roles: ['administrator', 'supervisor'] },
  'organisation:change-places': { roles: ['administrator'] },
  'organisation:employ': { roles: ['administrator'] },
  'organisation:issue-token': { roles: ['administrator', 'system'] },
} as const satisfies Permissions

/** Whose staff lists a caller sees: undefined means all units, else those of which he is the head. */
export function unitsVisibleTo(caller: Caller): readonly string[] | undefined {
  const roles = rolesOf(caller)
  if (roles.has('system') || roles.has('administrator') || roles.has('supervisor')) return undefined
  return unitsWithRole(caller, 'unitHead')
}
