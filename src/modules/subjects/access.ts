import type { Permissions } from '#kernel/access/permissions.ts'
import { rolesOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { subjectErrors } from './errors.ts'
import { listInForce } from './store/authorisations.ts'
import { getSubject, type SubjectRow } from './store/subjects.ts'

/** Staff who may look any subject up, masked: whoever works on cases, supervises them, or administers. */
const readersOfMasked: ReadonlySet<string> = new Set(['windowClerk', 'reviewer', 'approver', 'unitHead', 'supervisor', 'administrator'])

export const subjectPermissions = {
  'subjects:own': { roles: ['person'] },
  'subjects:register': { roles: ['windowClerk'] },
  'subjects:authorise': { roles: ['person', 'windowClerk'] },
  'subjects:unmask': { roles: ['windowClerk', 'reviewer', 'approver', 'unitHead', 'reviewHandler'] },
  'subjects:forget': { roles: ['administrator'] },
  'subjects:issue-token': { roles: ['system'] },
  'subjects:load': { roles: ['system'] },
} as const satisfies Permissions

/**
 * The one answer to who sees which subject, masked: staff of the permitted roles see all; a person sees himself,
 * organisations he represents, and whom he may act for today. Anybody else gets `subjects.unknown`.
 */
export async function getVisibleSubject(ctx: Ctx, id: string): Promise<SubjectRow> {
  const { caller } = ctx
  if (caller.kind === 'system' || [...rolesOf(caller)].some((role) => readersOfMasked.has(role))) return getSubject(ctx.db, id)
  if (caller.kind === 'person') {
    const subject = await getSubject(ctx.db, id)
    if (isOwn(caller.id, subject)) return subject
    const principals = await listInForce(ctx.db, caller.id, dayOf(ctx.now))
    if (principals.some((held) => held.principalId === id)) return subject
  }
  throw new Refusal(subjectErrors.unknown)
}

/** Whether a subject is the person, or an organisation that the person represents by law. */
export function isOwn(personId: string, subject: Pick<SubjectRow, 'id' | 'legalRepresentativeId'>): boolean {
  return subject.id === personId || subject.legalRepresentativeId === personId
}
