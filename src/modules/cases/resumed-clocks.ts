import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { resume, type Timer } from '#kernel/time/timer.ts'
import { clocksOfSteps } from './dispatch.ts'
import { itemOf } from './item-of.ts'
import { countedClocks, isPaused } from './rules/clock-changes.ts'
import { openStepClocks } from './rules/step-clocks.ts'
import type { CaseRecord } from './store/cases.ts'

/** The clocks that run again from `at` when a pause of the case ends, and those of steps that were opened meanwhile and had to wait. */
export async function resumedClocks(ctx: Ctx, record: CaseRecord, at: Date): Promise<readonly Timer[]> {
  const { matter, steps } = record
  const item = await itemOf(ctx, record)
  const party = { kind: 'unit', id: matter.leadUnitId ?? item.department } as const
  const resumed = countedClocks(matter.timers)
    .filter(isPaused)
    .map((timer) => must(resume(timer, { at, party })))
  const waiting = steps.filter((step) => step.state === 'open' && openStepClocks(matter.timers, step.key).length === 0)
  return [...resumed, ...clocksOfSteps(ctx, record, item, waiting)]
}
