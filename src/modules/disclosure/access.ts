import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'

export const permissions = {
  'disclosure:apply': { roles: ['person'] },
  'disclosure:register': { roles: ['windowClerk', 'disclosureOfficer'] },
  'disclosure:handle': { roles: ['disclosureOfficer'] },
  'disclosure:approve': { roles: ['disclosureHead'] },
  'disclosure:clarify': { roles: ['person', 'disclosureOfficer'] },
  'disclosure:list': { roles: ['disclosureOfficer', 'disclosureHead', 'supervisor'] },
  'disclosure:read-applicant': { roles: ['disclosureOfficer', 'disclosureHead'] },
  'disclosure:read-table': { roles: ['disclosureOfficer', 'disclosureHead', 'unitHead', 'supervisor'] },
  'disclosure:read-mails': { roles: ['disclosureOfficer', 'supervisor'] },
  'disclosure:fetch-mails': { roles: ['system'] },
  'disclosure:open-annual-reports': { roles: ['system'] },
  'disclosure:lapse': { roles: ['system'] },
} as const satisfies Permissions

/** As whom somebody sees an application. */
export type Reach = 'none' | 'applicant' | 'officer' | 'head' | 'reader'

export interface Whose {
  readonly personId: string | null
  readonly unitId: string | null
}

/** The one visibility function of applications: who applied, the disclosure institution of the agency that was asked, and the supervisors. */
export function reachOf(caller: Caller, { personId, unitId }: Whose): Reach {
  if (caller.kind === 'system') return 'officer'
  if (caller.kind === 'person') return caller.id === personId ? 'applicant' : 'none'
  if (caller.kind === 'anonymous') return 'none'
  if (unitId !== null && holdsRole(caller, 'disclosureHead', unitId)) return 'head'
  if (unitId !== null && holdsRole(caller, 'disclosureOfficer', unitId)) return 'officer'
  return rolesOf(caller).has('supervisor') ? 'reader' : 'none'
}

/** The units whose applications stand in a caller's list; `all` for the supervisors. */
export function listScope(caller: Caller): 'all' | readonly string[] {
  if (caller.kind === 'system' || rolesOf(caller).has('supervisor')) return 'all'
  return unitsWithRole(caller, 'disclosureOfficer', 'disclosureHead')
}

/** Whether somebody may ask for the annual table of a unit, or of all units together (`null`). */
export function readsTable(caller: Caller, unitId: string | null): boolean {
  if (caller.kind === 'system' || rolesOf(caller).has('supervisor')) return true
  return unitId !== null && (['disclosureOfficer', 'disclosureHead', 'unitHead'] as const).some((role) => holdsRole(caller, role, unitId))
}
