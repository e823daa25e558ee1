import type { Ctx } from '#kernel/contract/operation.ts'
import type { NewAssignment } from '#kernel/matter/matter.ts'
import type { Day } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { type ClockName, openClock } from './rules/clocks.ts'
import type { DisclosureRequest } from './store/requests.ts'

/** The tasks of an application: the officer's until it is answered and delivered, the head's while a draft waits; and the head's to publish the annual report. */
export const taskNames = { handle: 'handle-request', approve: 'approve-answer', report: 'publish-annual-report' } as const

type Clocks = Pick<DisclosureRequest['matter'], 'regionCode' | 'hallId'> & { readonly timers: readonly Timer[] }

/** When the open clock of this name is due; undefined while it stands still or is none. */
export function dueOfClock(ctx: Pick<Ctx, 'services'>, clocks: Clocks, name: ClockName): { readonly dueAt: Date; readonly dueDay: Day; readonly provisional: boolean } | undefined {
  const timer = openClock(clocks.timers, name)
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(clocks))
  return due === undefined || due.stopped ? undefined : due
}

export function officerTask(ctx: Ctx, unitId: string, clocks: Clocks, clock: ClockName = 'answer'): NewAssignment {
  return { task: taskNames.handle, unitId, role: 'disclosureOfficer', dueAt: dueOfClock(ctx, clocks, clock)?.dueAt }
}

export function headTask(ctx: Ctx, unitId: string, clocks: Clocks): NewAssignment {
  return { task: taskNames.approve, unitId, role: 'disclosureHead', dueAt: dueOfClock(ctx, clocks, 'answer')?.dueAt }
}
