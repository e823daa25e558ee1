import { type Caller, holdsRole, rolesOf, unitsWithRole } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { findMatterById, listAssignments } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { checkAuthority } from '#modules/subjects/index.ts'
import { certificateErrors } from './errors.ts'

const managing = ['approver', 'unitHead'] as const

/** Who may change the state of a certificate: approvers and the head of the unit that issued it. */
export function mayManage(caller: Caller, issuerUnitId: string): boolean {
  return caller.kind === 'system' || managing.some((role) => holdsRole(caller, role, issuerUnitId))
}

/** The units whose tickets a caller reads; undefined: all, for the supervisor of the discipline commission too (S-22). */
export function unitsReadBy(caller: Caller): readonly string[] | undefined {
  return caller.kind === 'system' || rolesOf(caller).has('supervisor') ? undefined : unitsWithRole(caller, ...managing)
}

/**
 * Who may read the certificates of a holder: himself, whoever may act for him in everything, and staff who have an open matter
 * of his and name it. Anybody else gets the answer of a certificate that does not exist.
 */
export async function mustReadHolder(ctx: Ctx, holderId: string, matterId: string | undefined): Promise<void> {
  const { caller } = ctx
  if (caller.kind === 'system') return
  if (caller.kind === 'person') return mustActFor(ctx, holderId)
  if (caller.kind !== 'staff' || matterId === undefined || !(await hasOpenMatterOf(ctx, holderId, matterId))) throw new Refusal(certificateErrors.unknown)
}

/** Refuses a person who is neither the holder nor his representative or general agent. */
export async function mustActFor(ctx: Ctx, holderId: string): Promise<void> {
  if (ctx.caller.kind === 'person' && ctx.caller.id === holderId) return
  const authority = await checkAuthority(ctx, { applicantId: holderId, itemKey: 'certificates', themes: [], day: dayOf(ctx.now) })
  if (!authority.ok) throw new Refusal(certificateErrors.unknown)
}

async function hasOpenMatterOf(ctx: Ctx, holderId: string, matterId: string): Promise<boolean> {
  const { caller } = ctx
  const matter = await findMatterById(ctx.db, matterId, false)
  if (matter === undefined || matter.subjectId !== holderId || matter.closedAt !== null) return false
  const assignments = await listAssignments(ctx.db, matterId)
  return assignments.some(
    (task) => caller.kind === 'staff' && task.until === null && (task.personId === caller.id || (task.personId === null && holdsRole(caller, task.role, task.unitId))),
  )
}
