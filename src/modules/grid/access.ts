import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'
import type { Reach } from './rules/handling.ts'
import type { Level } from './schema.ts'

export const permissions = {
  'grid:collect': { roles: ['gridWorker', 'gridCommander', 'hotlineOperator', 'hotlineLead'] },
  'grid:command': { roles: ['gridCommander'] },
  'grid:handle': { roles: ['gridWorker', 'reviewer', 'approver'] },
  'grid:escalate': { roles: ['gridCommander', 'gridWorker', 'reviewer', 'approver'] },
  'grid:verify': { roles: ['gridWorker'] },
  'grid:evaluate': { roles: ['gridCommander'] },
  'grid:photograph': { roles: ['gridWorker', 'gridCommander', 'reviewer', 'approver'] },
  'grid:link': { roles: ['hotlineOperator', 'hotlineLead'] },
  'grid:list': { roles: ['gridWorker', 'gridCommander', 'reviewer', 'approver', 'hotlineOperator', 'hotlineLead', 'supervisor'] },
  'grid:own': { roles: ['person'] },
  'grid:patrol': { roles: ['gridWorker'] },
  'grid:read-workers': { roles: ['gridCommander', 'supervisor'] },
  'grid:read-patrols': { roles: ['gridWorker', 'gridCommander', 'supervisor'] },
  'grid:read-components': { roles: ['gridWorker', 'gridCommander', 'reviewer', 'approver', 'hotlineOperator', 'hotlineLead', 'supervisor', 'administrator'] },
  'grid:import-components': { roles: ['administrator', 'system'] },
  'grid:load': { roles: ['system'] },
  'grid:remind': { roles: ['system'] },
} as const satisfies Permissions

/** Of an event, what decides who sees it. */
export interface Whose {
  readonly personId: string | null
  readonly level: Level
  /** Government of the town in which it is. */
  readonly townUnitId: string
  readonly leadUnitId: string | null
  /** Whether it has been given to the lead unit for handling. */
  readonly inHands: boolean
  /** Units to which it has gone at some time: what somebody had in hand he may still look at. */
  readonly seenBy: readonly string[]
}

/** The one visibility function of events: every way in which a caller is near to one; none for who has nothing to do with it. */
export function reachesOf(caller: Caller, whose: Whose, officeId: string): readonly Reach[] {
  if (caller.kind === 'system') return ['command', 'overview']
  if (caller.kind === 'person') return caller.id === whose.personId ? ['reporter'] : []
  if (caller.kind === 'anonymous') return []
  const { townUnitId, level, leadUnitId } = whose
  const reaches: Reach[] = []
  if (holdsRole(caller, 'gridCommander', commandUnitOf(whose, officeId))) reaches.push('command')
  if (['gridCommander', 'hotlineOperator', 'hotlineLead'].some((role) => holdsRole(caller, role, officeId)) || holdsRole(caller, 'gridCommander', townUnitId)) reaches.push('overview')
  const handlers = level === 'community' ? ['gridWorker'] : ['reviewer', 'approver']
  if (whose.inHands && leadUnitId !== null && handlers.some((role) => holdsRole(caller, role, leadUnitId))) reaches.push('handler')
  if (holdsRole(caller, 'gridWorker', townUnitId)) reaches.push('worker')
  if (rolesOf(caller).has('supervisor') || whose.seenBy.some((unitId) => ['reviewer', 'approver'].some((role) => holdsRole(caller, role, unitId)))) reaches.push('reader')
  return reaches
}

/** The centre that commands a level: the town for its communities and itself, the office for the district (K1: two centres, three levels). */
export function commandUnitOf({ level, townUnitId }: { readonly level: Level; readonly townUnitId: string }, officeId: string): string {
  return level === 'district' ? officeId : townUnitId
}

/** Which events stand in a caller's list: all, those of towns, or those that units handle. */
export interface ListScope {
  readonly all: boolean
  readonly townUnits: readonly string[]
  readonly handlingUnits: readonly string[]
}

export function listScope(caller: Caller, officeId: string): ListScope {
  const all = caller.kind === 'system' || rolesOf(caller).has('supervisor') || ['gridCommander', 'hotlineOperator', 'hotlineLead'].some((role) => holdsRole(caller, role, officeId))
  return { all, townUnits: unitsWithRole(caller, 'gridCommander', 'gridWorker'), handlingUnits: unitsWithRole(caller, 'reviewer', 'approver') }
}

/** The towns whose patrols a caller may plan or read; all for the district's centre and the supervisors. */
export function patrolScope(caller: Caller, officeId: string): 'all' | readonly string[] {
  if (caller.kind === 'system' || rolesOf(caller).has('supervisor') || holdsRole(caller, 'gridCommander', officeId)) return 'all'
  return unitsWithRole(caller, 'gridCommander')
}
