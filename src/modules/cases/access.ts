import { type Caller, holdsRole } from '#kernel/access/caller.ts'
import { isPermitted, type Permissions } from '#kernel/access/permissions.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { caseErrors } from './errors.ts'
import { type CaseCommand, caseLifecycle } from './lifecycle.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import type { CaseStep } from './rules/route.ts'
import type { CaseDetail, CaseRecord } from './store/cases.ts'

export const casePermissions = {
  'cases:submit': { roles: ['person', 'windowClerk'] },
  'cases:draft': { roles: ['person'] },
  'cases:count-drafts': { roles: ['catalogueEditor', 'cataloguePublisher', 'supervisor'] },
  'cases:read': { roles: ['person', 'windowClerk', 'reviewer', 'approver', 'unitHead', 'actingHead', 'supervisor', 'archivist', 'hallManager', 'reviewHandler'] },
  'cases:accept': { roles: ['windowClerk'] },
  'cases:correct': { roles: ['person', 'windowClerk'] },
  'cases:review': { roles: ['reviewer', 'approver'] },
  'cases:transfer': { roles: ['unitHead'] },
  'cases:return': { roles: ['approver'] },
  'cases:ask-countersign': { roles: ['reviewer', 'approver'] },
  'cases:suspend': { roles: ['reviewer', 'approver'] },
  'cases:extend': { roles: ['unitHead', 'actingHead'] },
  'cases:decide': { roles: ['approver'] },
  'cases:issue': { roles: ['approver', 'windowClerk'] },
  'cases:deliver': { roles: ['windowClerk'] },
  'cases:verify-pledge': { roles: ['reviewer', 'approver'] },
  'cases:demand-fee': { roles: ['reviewer', 'approver', 'windowClerk'] },
  'cases:pay': { roles: ['person', 'windowClerk'] },
  'cases:refund': { roles: ['approver'] },
  'cases:archive': { roles: ['archivist'] },
  'cases:list-archive': { roles: ['archivist', 'supervisor'] },
  'cases:withdraw': { roles: ['person'] },
  'cases:revoke': { roles: ['unitHead', 'actingHead'] },
  'cases:record-visit': { roles: ['windowClerk'] },
  'cases:read-archive': { roles: ['archivist', 'supervisor', 'unitHead'] },
  'cases:read-queue': { roles: ['windowClerk', 'reviewer', 'approver', 'unitHead', 'hallManager', 'supervisor'] },
  'cases:queue': { roles: ['windowClerk', 'reviewer', 'approver', 'unitHead', 'hallManager'] },
  'cases:read-form': { roles: ['windowClerk', 'reviewer', 'approver', 'unitHead'] },
  'cases:apply-law': { roles: ['system'] },
} as const satisfies Permissions

/** Roles that work in the hall on the cases of every unit (one window for all items). */
const hallRoles = ['windowClerk', 'hallManager'] as const
/** Roles that work for a unit on the cases it has a part in. */
const unitRoles = ['reviewer', 'approver', 'unitHead', 'actingHead'] as const

/** What decides who sees a case. */
export interface VisibleCase {
  readonly matter: Pick<Matter, 'leadUnitId' | 'closedAt'>
  readonly detail: Pick<CaseDetail, 'parties' | 'government_id'>
  readonly steps: readonly Pick<CaseStep, 'unitId'>[]
}

/**
 * The one visibility function of cases, used by page, API, search, file and notification: the applicant's side sees its own,
 * the hall sees all that pass through it, a unit sees those it decides or reviews, a government those whose limit its head may extend, the supervisor sees all.
 */
export function canSee(caller: Caller, record: VisibleCase): boolean {
  switch (caller.kind) {
    case 'anonymous':
      return false
    case 'system':
      return true
    case 'person':
      return record.detail.parties.includes(caller.id)
    case 'staff': {
      if (caller.roles.some(({ role }) => role === 'supervisor' || (hallRoles as readonly string[]).includes(role))) return true
      if (record.matter.closedAt !== null && caller.roles.some(({ role }) => role === 'archivist')) return true
      return unitsOf(record).some((unitId) => unitRoles.some((role) => holdsRole(caller, role, unitId)))
    }
  }
}

function unitsOf(record: VisibleCase): readonly string[] {
  return [record.matter.leadUnitId, record.detail.government_id, ...record.steps.map((step) => step.unitId)].filter((unitId) => unitId !== null)
}

/** Whether the caller heads the unit or acts for its head; which powers he has that day is asked when he uses one. */
function isHead(caller: Caller, unitId: string): boolean {
  return holdsRole(caller, 'unitHead', unitId) || holdsRole(caller, 'actingHead', unitId)
}

/** Whether the caller may give this command on this record, whatever its state. A foreign record is not found before that. */
export function mayCommand(caller: Caller, record: Pick<CaseRecord, 'matter' | 'detail' | 'steps'>, command: CaseCommand): boolean {
  if (caller.kind === 'system') return true
  const { permission } = caseLifecycle.commands[command]
  if (!canSee(caller, record) || !isPermitted(casePermissions, permission, caller)) return false
  if (caller.kind !== 'staff') return true
  const lead = record.matter.leadUnitId ?? ''
  switch (command) {
    case 'review':
      return record.steps.some((step) => step.kind === 'REVIEW' && step.state === 'open' && holdsRole(caller, step.role, step.unitId))
    case 'suspend':
    case 'resume':
    case 'verify-pledge':
      return unitsOf(record).some((unitId) => holdsRole(caller, 'reviewer', unitId) || holdsRole(caller, 'approver', unitId))
    case 'demand-fee':
      return caller.roles.some(({ role }) => role === 'windowClerk') || unitsOf(record).some((unitId) => holdsRole(caller, 'reviewer', unitId) || holdsRole(caller, 'approver', unitId))
    case 'refund-fee':
      return holdsRole(caller, 'approver', lead)
    case 'ask-countersign':
      return record.steps.some((step) => step.state === 'open' && holdsRole(caller, step.role, step.unitId))
    case 'return':
    case 'decide':
      return holdsRole(caller, 'approver', lead) && record.detail.acceptor_id !== caller.id
    case 'extend':
      return isHead(caller, record.detail.government_id ?? lead)
    case 'revoke':
      return isHead(caller, lead)
    case 'transfer':
      return unitsOf(record).some((unitId) => holdsRole(caller, 'unitHead', unitId))
    case 'issue':
      return holdsRole(caller, 'approver', lead) || caller.roles.some(({ role }) => role === 'windowClerk')
    default:
      return true
  }
}

/** Whether the command has an object in this case: a pledge to take back or to check, an opinion to return, a fee to demand, to pay or to give back, another region to forward it to. */
function concerns(record: Pick<CaseRecord, 'detail' | 'steps'>, command: CaseCommand): boolean {
  if (command === 'withdraw-pledge' || command === 'verify-pledge') return record.detail.pledge
  if (command === 'return') return record.steps.some((step) => step.kind === 'REVIEW' && step.state === 'done')
  if (command === 'demand-fee') return record.detail.fee_state !== 'none' && record.detail.fee_state !== 'due'
  if (command === 'pay-fee') return record.detail.fee_state === 'due'
  if (command === 'refund-fee') return record.detail.fee_state === 'paid'
  return command !== 'forward' || (record.detail.cross_region && record.detail.forwarded_at === null)
}

/** What the caller may do with the case now: allowed by its state, by what it is about and by who he is. */
export function commandsNow(caller: Caller, record: Pick<CaseRecord, 'matter' | 'detail' | 'steps'>): readonly CaseCommand[] {
  return commandsIn(caseLifecycle, record.matter.state).filter((command) => concerns(record, command) && mayCommand(caller, record, command))
}

/** Refuses a record that the caller may not see as if it did not exist. */
export function mustSee(caller: Caller, record: CaseRecord | undefined): CaseRecord {
  if (record === undefined || !canSee(caller, record)) throw new Refusal(caseErrors.unknown)
  return record
}
