import { type Caller, rolesOf, type StaffCaller } from '#kernel/access/caller.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { receptionPermissions } from './access.ts'
import { receptionErrors } from './errors.ts'
import { findOwnTicket, type HallDay, type TicketRow } from './store/tickets.ts'

/** The member of staff who asks, and today's list of his hall. Refuses who works in none. */
export function atHall(ctx: Pick<Ctx, 'caller' | 'now'>): HallDay & { readonly caller: StaffCaller } {
  const { caller, now } = ctx
  if (caller.kind !== 'staff' || caller.hallId === undefined) throw new Refusal(receptionErrors.noHall)
  return { caller, hallId: caller.hallId, day: dayOf(now) }
}

/** Today's list that the caller looks at: that of his own hall; the supervisor of the discipline commission names any (S-22). */
export function hallLookedAt(ctx: Pick<Ctx, 'caller' | 'now'>, asked: string | undefined): HallDay {
  return asked !== undefined && rolesOf(ctx.caller).has('supervisor') ? { hallId: asked, day: dayOf(ctx.now) } : atHall(ctx)
}

/** Whether today's list of a hall opens to the caller at `/hall?hall=…`. */
export function watchesHall(caller: Caller, hallId: string): boolean {
  const own = caller.kind === 'staff' && caller.hallId === hallId
  return isPermitted(receptionPermissions, 'reception:watch', caller) && (own || rolesOf(caller).has('supervisor'))
}

/** The number that the caller has called and not ended; refuses if there is none. */
export async function ownTicket(ctx: Pick<Ctx, 'db' | 'caller' | 'now'>): Promise<TicketRow> {
  const { caller, day } = atHall(ctx)
  const ticket = await findOwnTicket(ctx.db, caller.id, day)
  if (ticket === undefined) throw new Refusal(receptionErrors.nobodyCalled)
  return ticket
}
