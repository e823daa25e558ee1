import { type Caller, rolesOf } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'

/** Who holds what. The roles reach the whole district (data/city/roles.json); loading is for the program alone. */
export const cataloguePermissions = {
  'catalogue:read-office': { roles: ['catalogueEditor', 'cataloguePublisher', 'supervisor'] },
  'catalogue:edit': { roles: ['catalogueEditor', 'cataloguePublisher'] },
  'catalogue:publish': { roles: ['cataloguePublisher'] },
  'catalogue:exchange': { roles: ['catalogueEditor', 'cataloguePublisher', 'administrator', 'supervisor'] },
  'catalogue:load': { roles: ['system'] },
} as const satisfies Permissions

const seesDrafts: readonly string[] = ['catalogueEditor', 'cataloguePublisher', 'supervisor', 'system']

/** Published versions are for everybody; a draft is seen by those who edit, publish or supervise, and does not exist for others. */
export function maySeeDrafts(caller: Caller): boolean {
  const held = rolesOf(caller)
  return seesDrafts.some((role) => held.has(role))
}
