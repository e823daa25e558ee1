import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'

/** Everybody who may be the subject of a finding; the supervisors of the discipline commission read and give no command (S-22). */
const inspected = ['windowClerk', 'reviewer', 'approver', 'unitHead', 'hallManager', 'catalogueEditor', 'cataloguePublisher', 'reviewHandler', 'archivist', 'hotlineOperator', 'hotlineLead'] as const

export const permissions = {
  'supervision:record': { roles: ['inspector'] },
  'supervision:answer': { roles: [...inspected, 'inspector'] },
  'supervision:read': { roles: [...inspected, 'inspector', 'supervisor'] },
  'supervision:read-office': { roles: ['inspector', 'supervisor'] },
  'supervision:complain': { roles: ['person'] },
  'supervision:read-complaints': { roles: ['person', 'inspector', 'supervisor'] },
  'supervision:run': { roles: ['system'] },
} as const satisfies Permissions

/** How near a caller is to one finding or measure. `office`: the inspectors; `head`: of the unit that it is about; `concerned`: whom it is about; `reader`: the discipline supervisors. */
export type Reach = 'office' | 'head' | 'concerned' | 'reader' | 'none'

/** The one visibility function of findings and measures; whoever it is about is that before he is anything else. */
export function reachOf(caller: Caller, whose: { readonly unitId: string; readonly staffId: string | null }, officeId: string): Reach {
  if (caller.kind === 'system') return 'office'
  if (caller.kind !== 'staff') return 'none'
  if (caller.id === whose.staffId) return 'concerned'
  if (isInspector(caller, officeId)) return 'office'
  if (holdsRole(caller, 'unitHead', whose.unitId)) return 'head'
  return rolesOf(caller).has('supervisor') ? 'reader' : 'none'
}

/** Whose findings stand in a caller's list: all of them, or those about his units and himself. */
export function listScope(caller: Caller, officeId: string): 'all' | { readonly units: readonly string[]; readonly staffId: string | null } {
  if (readsOffice(caller, officeId)) return 'all'
  return { units: unitsWithRole(caller, 'unitHead'), staffId: caller.kind === 'staff' ? caller.id : null }
}

/** The inspectors of the office, the supervisors, and the program. */
export function readsOffice(caller: Caller, officeId: string): boolean {
  return caller.kind === 'system' || isInspector(caller, officeId) || rolesOf(caller).has('supervisor')
}

export function isInspector(caller: Caller, officeId: string): boolean {
  return holdsRole(caller, 'inspector', officeId)
}
