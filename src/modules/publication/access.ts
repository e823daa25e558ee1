import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'
import type { Reach } from './rules/handling.ts'

export const permissions = {
  'publication:edit': { roles: ['publicationEditor'] },
  'publication:review': { roles: ['secrecyReviewer'] },
  'publication:list': { roles: ['publicationEditor', 'secrecyReviewer', 'unitHead', 'supervisor'] },
  'publication:tend': { roles: ['system'] },
} as const satisfies Permissions

/** What a caller is to the records of one unit; a reviewer of the whole office reviews for units that have nobody else. */
export function reachOf(caller: Caller, unitId: string, officeId: string): Reach {
  if (caller.kind === 'system') return { edits: true, reviews: false, reads: true }
  const edits = holdsRole(caller, 'publicationEditor', unitId)
  const reviews = holdsRole(caller, 'secrecyReviewer', unitId) || holdsRole(caller, 'secrecyReviewer', officeId)
  return { edits, reviews, reads: edits || reviews || holdsRole(caller, 'unitHead', unitId) || rolesOf(caller).has('supervisor') }
}

/** The units whose records and proposals stand in a caller's lists. */
export function listScope(caller: Caller, officeId: string): 'all' | readonly string[] {
  if (caller.kind === 'system' || holdsRole(caller, 'secrecyReviewer', officeId) || rolesOf(caller).has('supervisor')) return 'all'
  return unitsWithRole(caller, 'publicationEditor', 'secrecyReviewer', 'unitHead')
}

/** Whether a caller writes for a unit: its records and its list of powers and duties. */
export function editsFor(caller: Caller, unitId: string): boolean {
  return caller.kind === 'system' || holdsRole(caller, 'publicationEditor', unitId)
}
