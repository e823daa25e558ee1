import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'
import type { MetricFilter } from '#kernel/metrics/metric.ts'
import type { ListReach } from './schema.ts'

export const reportingPermissions = {
  /** The list behind a figure names matters: of every unit for supervisors and the head of the office, else of one's own unit or hall. */
  'reporting:read-lists': { roles: ['supervisor', 'unitHead', 'hallManager'] },
  'reporting:read-wall': { roles: ['supervisor', 'unitHead', 'hallManager', 'administrator'] },
  'reporting:read-reports': { roles: ['supervisor', 'unitHead', 'hallManager'] },
  /** The annual report on disclosure: of which unit, disclosure decides. */
  'reporting:read-disclosure-reports': { roles: ['disclosureOfficer', 'disclosureHead', 'unitHead', 'supervisor'] },
  'reporting:write-reports': { roles: ['system'] },
  'reporting:publish': { roles: ['administrator'] },
  'reporting:keep-rollups': { roles: ['system'] },
  'reporting:rebuild-rollups': { roles: ['administrator'] },
  'reporting:read-templates': { roles: ['administrator', 'supervisor'] },
  'reporting:edit-templates': { roles: ['administrator'] },
} as const satisfies Permissions

/** Which lists a caller opens; a supervisor and the head of the office open all. */
export function listReach(caller: Caller, officeId: string): ListReach {
  if (caller.kind === 'system' || rolesOf(caller).has('supervisor') || holdsRole(caller, 'unitHead', officeId)) return 'all'
  const managed = caller.kind === 'staff' && rolesOf(caller).has('hallManager') ? caller.hallId : undefined
  return { unitIds: unitsWithRole(caller, 'unitHead'), hallId: managed ?? null }
}

/** Whether a list of that part of the office lies within reach. */
export function reaches(reach: ListReach, { unitId, hallId }: MetricFilter): boolean {
  if (reach === 'all') return true
  return (typeof unitId === 'string' && reach.unitIds.includes(unitId)) || (typeof hallId === 'string' && hallId === reach.hallId)
}
