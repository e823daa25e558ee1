import { type Caller, holdsRole, rolesOf, type StaffCaller, unitsWithRole } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'
import type { Reach } from './rules/handling.ts'

export const permissions = {
  'hotline:take': { roles: ['hotlineOperator'] },
  'hotline:read-seats': { roles: ['hotlineOperator', 'supervisor'] },
  'hotline:lead': { roles: ['hotlineLead'] },
  'hotline:call-back': { roles: ['hotlineOperator', 'hotlineLead'] },
  'hotline:answer-for': { roles: ['hotlineOperator', 'hotlineLead'] },
  'hotline:handle': { roles: ['reviewer', 'approver'] },
  'hotline:extend': { roles: ['unitHead'] },
  'hotline:recuse': { roles: ['reviewer', 'approver', 'hotlineOperator', 'hotlineLead'] },
  'hotline:read-caller': { roles: ['hotlineOperator', 'hotlineLead', 'reviewer', 'approver'] },
  'hotline:list': { roles: ['hotlineOperator', 'hotlineLead', 'reviewer', 'approver', 'unitHead', 'supervisor'] },
  'hotline:analyse': { roles: ['hotlineOperator', 'hotlineLead', 'unitHead', 'supervisor'] },
  'hotline:list-articles': { roles: ['reviewer', 'unitHead', 'hotlineLead', 'supervisor'] },
  'hotline:write-articles': { roles: ['reviewer', 'unitHead', 'hotlineLead'] },
  'hotline:escalate': { roles: ['person'] },
  'hotline:urge': { roles: ['system'] },
  'hotline:ring': { roles: ['system'] },
  'hotline:load': { roles: ['system'] },
} as const satisfies Permissions

/** Of an order, what decides who sees it. */
export interface Whose {
  readonly personId: string | null
  /** The main unit once there is one; the office before. */
  readonly leadUnitId: string | null
  readonly assistants: readonly string[]
  readonly concernedUnitId: string | null
  /** Staff who may not touch it (H-11). */
  readonly recused: readonly string[]
}

const handlers = ['reviewer', 'approver'] as const

/**
 * The one visibility function of orders. Nobody of the unit that is reported sees anything of it, and nobody who was recused
 * (H-11), whatever roles they hold; the hotline sees all, a unit what it handles or helps with, a caller his own.
 */
export function reachOf(caller: Caller, whose: Whose, officeId: string): Reach {
  if (caller.kind === 'system') return 'office'
  if (caller.kind === 'person') return caller.id === whose.personId ? 'caller' : 'none'
  if (caller.kind === 'anonymous') return 'none'
  if (isKeptFrom(caller, whose)) return 'none'
  if (isOfHotline(caller, officeId)) return 'office'
  const holds = (unitId: string | null, roles: readonly string[]): boolean => unitId !== null && roles.some((role) => holdsRole(caller, role, unitId))
  if (holds(whose.leadUnitId, handlers)) return 'main'
  if (holds(whose.leadUnitId, ['unitHead'])) return 'head'
  if (whose.assistants.some((unitId) => holds(unitId, handlers))) return 'assistant'
  return rolesOf(caller).has('supervisor') ? 'reader' : 'none'
}

/** Whether an order is kept from a member of staff: the unit that is reported, and whoever was recused (H-11). */
export function isKeptFrom(caller: StaffCaller, { recused, concernedUnitId }: Pick<Whose, 'recused' | 'concernedUnitId'>): boolean {
  return recused.includes(caller.id) || caller.unitId === concernedUnitId
}

/** The units whose orders stand in a caller's list; `all` for the hotline and the supervisors. */
export function listScope(caller: Caller, officeId: string): 'all' | readonly string[] {
  if (caller.kind === 'system' || isOfHotline(caller, officeId) || rolesOf(caller).has('supervisor')) return 'all'
  return unitsWithRole(caller, ...handlers, 'unitHead')
}

/** The units whose articles stand in a caller's list: those that he may write, all of them for supervisors. */
export function articlesListed(caller: Caller, officeId: string): 'all' | readonly string[] {
  return rolesOf(caller).has('supervisor') ? 'all' : articleScope(caller, officeId)
}

/** Whether a caller takes calls at a seat; a supervisor looks at all seats instead, and never at who called. */
export function sitsAtSeat(caller: Caller): boolean {
  return caller.kind === 'system' || rolesOf(caller).has('hotlineOperator')
}

/** What of the orders of others a caller never learns of: those about his own unit and those he was recused from (H-11). */
export function hiddenFrom(caller: Caller): { readonly staffId: string | null; readonly ownUnitId: string | null } {
  return caller.kind === 'staff' ? { staffId: caller.id, ownUnitId: caller.unitId } : { staffId: null, ownUnitId: null }
}

/** The units whose articles a caller may write; `all` for the lead of the hotline. */
export function articleScope(caller: Caller, officeId: string): 'all' | readonly string[] {
  if (caller.kind === 'system' || holdsRole(caller, 'hotlineLead', officeId)) return 'all'
  return unitsWithRole(caller, 'reviewer', 'unitHead')
}

function isOfHotline(caller: Caller, officeId: string): boolean {
  return holdsRole(caller, 'hotlineOperator', officeId) || holdsRole(caller, 'hotlineLead', officeId)
}
