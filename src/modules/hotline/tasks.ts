import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { NewAssignment } from '#kernel/matter/matter.ts'
import { dayOf } from '#kernel/time/day.ts'
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

/** A task of the office with the clock that it runs under. */
export async function officeTask(ctx: Ctx, task: 'arbitrate' | 'check' | 'callBack', timers: readonly Timer[], clock: ClockName): Promise<NewAssignment> {
  return { task: taskNames[task], unitId: (await getOffice(ctx.db)).id, role: task === 'callBack' ? 'hotlineOperator' : 'hotlineLead', dueAt: dueAtOf(ctx, timers, clock) }
}

/** The task of the main unit. */
export function unitTask(ctx: Ctx, unitId: string, timers: readonly Timer[]): NewAssignment {
  return { task: taskNames.handle, unitId, role: 'reviewer', dueAt: dueAtOf(ctx, timers, 'handle') }
}

export function dueAtOf(ctx: Pick<Ctx, 'services'>, timers: readonly Timer[], name: ClockName): Date | undefined {
  const timer = openClock(timers, name)
  return timer && dueOf(timer, ctx.services.calendar).dueAt
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

/** Timers as they will be after a step. */
export function after(timers: readonly Timer[], changed: readonly Timer[]): readonly Timer[] {
  const ids = new Set(changed.map(({ id }) => id))
  return [...timers.filter(({ id }) => !ids.has(id)), ...changed]
}
