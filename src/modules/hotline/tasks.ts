import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Whereabouts } from '#kernel/calendar/place.ts'
import type { NewAssignment } from '#kernel/matter/matter.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { getOffice, getUnit, listEligible } from '#modules/organisation/index.ts'
import { hotlineErrors } from './errors.ts'
import { type ClockName, openClock } from './rules/clocks.ts'

/** The tasks of an order; the hotline has the first and the last ones. */
export const taskNames = { dispatch: 'dispatch-order', handle: 'handle-order', arbitrate: 'arbitrate-order', check: 'check-order', callBack: 'call-back-order' } as const

/** The task of an assistant; each unit has its own. */
export function assistTask(unitId: string): string {
  return `assist-order-${unitId}`
}

/** The clocks of an order with the place that tells which calendar counts them. */
type Clocks = Whereabouts & { readonly timers: readonly Timer[] }

/** A task of the office with the clock that it runs under. */
export async function officeTask(ctx: Ctx, task: 'arbitrate' | 'check' | 'callBack', clocks: Clocks, clock: ClockName): Promise<NewAssignment> {
  return { task: taskNames[task], unitId: (await getOffice(ctx.db)).id, role: task === 'callBack' ? 'hotlineOperator' : 'hotlineLead', dueAt: dueOfClock(ctx, clocks, clock)?.dueAt }
}

/** The first task of an order: the hotline answers it, or finds the unit whose duty it is. */
export function dispatchTask(ctx: Ctx, officeId: string, clocks: Clocks): NewAssignment {
  return { task: taskNames.dispatch, unitId: officeId, role: 'hotlineOperator', dueAt: dueOfClock(ctx, clocks, 'handle')?.dueAt }
}

/** The task of the main unit. */
export function unitTask(ctx: Ctx, unitId: string, clocks: Clocks): NewAssignment {
  return { task: taskNames.handle, unitId, role: 'reviewer', dueAt: dueOfClock(ctx, clocks, 'handle')?.dueAt }
}

/** When the open clock of this name is due, and whether that day may still move (T-14). */
export function dueOfClock(ctx: Pick<Ctx, 'services'>, clocks: Clocks, name: ClockName): { readonly dueAt: Date; readonly dueDay: Day; readonly provisional: boolean } | undefined {
  const timer = openClock(clocks.timers, name)
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(clocks))
  return due === undefined || due.stopped ? undefined : due
}

/** Refuses a unit that does not exist, and one in which nobody could sign an order. */
export async function mustHaveHandlers(ctx: Ctx, unitIds: readonly string[]): Promise<void> {
  const day = dayOf(ctx.now)
  for (const unitId of unitIds) {
    await getUnit(ctx.db, unitId)
    const [handler] = await listEligible(ctx.db, { unitId, role: 'reviewer', day, except: [] })
    if (handler === undefined) throw new Refusal(hotlineErrors.unitHasNobody, { unitId })
  }
}
