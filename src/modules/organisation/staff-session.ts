import type { StaffCaller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { openSession, type OpenedSession, type SessionKind } from '#kernel/session/sessions.ts'
import { dayOf, instantAtEndOf } from '#kernel/time/day.ts'
import { getStaffCaller, lastDayOfRoles } from './store/staff.ts'

/** Signs a member of staff in with the roles of today, until the first of them ends; refuses who is not in office. */
export async function openStaffSession(ctx: Ctx, staffId: string, kind: SessionKind): Promise<OpenedSession & { readonly caller: StaffCaller }> {
  const today = dayOf(ctx.now)
  const caller = await getStaffCaller(ctx.db, staffId, today)
  const lastDay = await lastDayOfRoles(ctx.db, staffId, today)
  const session = await openSession(ctx.db, caller, { kind, now: ctx.now, rolesUntil: lastDay && instantAtEndOf(lastDay) })
  return { ...session, caller }
}
