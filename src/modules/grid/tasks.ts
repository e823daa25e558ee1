import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Matter, NewAssignment } from '#kernel/matter/matter.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { getUnit, listEligible, type Role } from '#modules/organisation/index.ts'
import { gridErrors } from './errors.ts'
import { type ClockName, openClock } from './rules/clocks.ts'
import type { Level } from './schema.ts'

/** The tasks of an event, one open at a time. */
export const taskNames = { file: 'file-event', dispatch: 'dispatch-event', handle: 'handle-event', verify: 'verify-event', conclude: 'conclude-event', review: 'review-event' } as const

type Clocks = Pick<Matter, 'regionCode' | 'hallId' | 'timers'>

/** Who handles an event at a level: grid workers in the community, those who handle cases in a town or department. */
export function handlerRole(level: Level): Role {
  return level === 'community' ? 'gridWorker' : 'reviewer'
}

/** The task of a command centre, under the clock that runs meanwhile. */
export function commandTask(ctx: Ctx, task: 'file' | 'dispatch' | 'conclude' | 'review', unitId: string, clocks?: Clocks): NewAssignment {
  return { task: taskNames[task], unitId, role: 'gridCommander', dueAt: clocks && dueAtOf(ctx, clocks, task === 'file' ? 'file' : 'dispose') }
}

export function handleTask(ctx: Ctx, to: { readonly unitId: string; readonly level: Level }, clocks: Clocks): NewAssignment {
  return { task: taskNames.handle, unitId: to.unitId, role: handlerRole(to.level), dueAt: dueAtOf(ctx, clocks, 'dispose') }
}

export function verifyTask(ctx: Ctx, unitId: string, clocks: Clocks): NewAssignment {
  return { task: taskNames.verify, unitId, role: 'gridWorker', dueAt: dueAtOf(ctx, clocks, 'verify') }
}

export function dueAtOf(ctx: Pick<Ctx, 'services'>, clocks: Clocks, name: ClockName): Date | undefined {
  const timer = openClock(clocks.timers, name)
  return timer && dueOf(timer, ctx.services.legalCalendar.of(clocks)).dueAt
}

/** The matter with its clocks as they will be after a step. */
export function withClocks(matter: Matter, timers: readonly Timer[]): Clocks {
  return { ...matter, timers }
}

/** Refuses a unit that does not exist, and one in which nobody could take an event of this level. */
export async function mustHaveHandlers(ctx: Ctx, unitId: string, level: Level): Promise<void> {
  await getUnit(ctx.db, unitId)
  const [handler] = await listEligible(ctx.db, { unitId, role: handlerRole(level), day: dayOf(ctx.now), except: [] })
  if (handler === undefined) throw new Refusal(gridErrors.unitHasNobody, { unitId })
}
