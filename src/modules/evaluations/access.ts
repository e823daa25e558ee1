import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'
import type { Reach } from './rules/handling.ts'
import type { Rectification } from './store/rectifications.ts'

export const permissions = {
  'evaluations:handle': { roles: ['reviewHandler'] },
  'evaluations:exclude': { roles: ['reviewHandler'] },
  'evaluations:list-rectifications': { roles: ['reviewHandler', 'unitHead', 'supervisor'] },
  'evaluations:invite': { roles: ['system'] },
} as const satisfies Permissions

interface Whose {
  readonly unitId: string
  readonly handlingUnitId: string | null
  readonly staffId: string | null
  readonly evaluatorId: string
}

/** Which rectifications a caller reaches, and how: whoever is evaluated sees his own and decides nothing (E-06), whatever roles he holds. */
export function reachOf(caller: Caller, whose: Whose, officeId: string): Reach {
  if (caller.kind === 'system') return 'office'
  if (caller.kind === 'person') return caller.id === whose.evaluatorId ? 'evaluator' : 'none'
  if (caller.kind === 'anonymous') return 'none'
  if (caller.id === whose.staffId) return 'evaluated'
  if (holdsRole(caller, 'reviewHandler', officeId)) return 'office'
  if (holdsRole(caller, 'reviewHandler', whose.unitId) || (whose.handlingUnitId !== null && holdsRole(caller, 'reviewHandler', whose.handlingUnitId))) return 'handler'
  return rolesOf(caller).has('supervisor') || holdsRole(caller, 'unitHead', whose.unitId) ? 'reader' : 'none'
}

/** Whether this reach may know the case: it tells who was served, so without a name only the evaluator, the office and the supervisors do (E-06). */
export function seesCase(caller: Caller, reach: Reach, isAnonymous: boolean): boolean {
  if (reach === 'evaluated') return false
  return !isAnonymous || reach === 'evaluator' || reach === 'office' || rolesOf(caller).has('supervisor')
}

/** Whether a caller may read who gave a name, in order to call him: whoever has the open rectification on his own desk. */
export function readsContact(caller: Caller, reach: Reach, { anonymous, matter }: Pick<Rectification, 'anonymous' | 'matter'>): boolean {
  const handles = reach === 'office' || reach === 'handler'
  return handles && !anonymous && matter.closedAt === null && matter.leadUnitId !== null && holdsRole(caller, 'reviewHandler', matter.leadUnitId)
}

/** The units whose rectifications stand in a caller's queue; `all` for the office's reviewing department and the supervisors. */
export function queueScope(caller: Caller, officeId: string): 'all' | readonly string[] {
  if (caller.kind === 'system' || rolesOf(caller).has('supervisor') || holdsRole(caller, 'reviewHandler', officeId)) return 'all'
  return unitsWithRole(caller, 'reviewHandler', 'unitHead')
}

/** Whether a member of staff sees the reviews of any case: the office's reviewing department and the supervisors. */
export function seesEveryReview(caller: Caller, officeId: string): boolean {
  return queueScope(caller, officeId) === 'all'
}
