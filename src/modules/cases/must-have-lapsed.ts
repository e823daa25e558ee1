import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { caseErrors } from './errors.ts'
import { type clockNames, openClock } from './rules/clocks.ts'
import type { CaseRecord } from './store/cases.ts'

/**
 * The clock of one of these names that has run out. Refuses when none has: between the listing of a lapsed clock and the act of
 * the law somebody may have answered, and a new clock of the same name may run.
 */
export function mustHaveLapsed(ctx: Ctx, record: CaseRecord, ...names: readonly (typeof clockNames)[keyof typeof clockNames][]): Timer {
  for (const name of names) {
    const timer = openClock(record.matter.timers, name)
    const due = timer && dueOf(timer, ctx.services.legalCalendar.of(record.matter))
    if (timer !== undefined && due !== undefined && !due.stopped && due.dueAt <= ctx.now) return timer
  }
  throw new Refusal(caseErrors.notLapsed, { clocks: names })
}
