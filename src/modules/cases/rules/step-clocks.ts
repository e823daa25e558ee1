import { openClocks } from '#kernel/time/open-clocks.ts'
import type { Timer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import type { CaseRules } from '../settings.ts'
import { simpleClock } from './clocks.ts'
import { applied } from './legal-limits.ts'
import { type CaseStep, isPreExamination } from './route.ts'

/** The name of the clock of one step. */
export function stepClockName(stepKey: string): string {
  return `step:${stepKey}`
}

/** Open clocks of one step, or of all steps. */
export function openStepClocks(timers: readonly Timer[], stepKey?: string): readonly Timer[] {
  return openClocks(timers).filter(({ name }) => (stepKey === undefined ? name.startsWith('step:') : name === stepClockName(stepKey)))
}

interface StepStart {
  readonly id: () => string
  readonly at: Date
  /** The unit that decides the case: another one's review is a pre-examination. */
  readonly decidingUnitId: string
  readonly acceptedAt: Date
  readonly rules: Pick<CaseRules, 'preExamination'>
}

/**
 * The clock that starts when a step opens: the item's internal limit for it, from now; for a pre-examination by another
 * authority the law's twenty working days from acceptance (行政许可法 art. 43; C-06). None for a step without a limit.
 */
export function stepClock(item: Pick<ItemVersion, 'route'>, step: CaseStep, start: StepStart): readonly Timer[] {
  const name = stepClockName(step.key)
  const party = { kind: 'unit', id: step.unitId } as const
  if (isPreExamination(step, start.decidingUnitId)) {
    const { limit: budget, legalReference } = applied('preExamination', start.rules.preExamination, start.acceptedAt)
    return [simpleClock({ id: start.id(), name, purpose: 'legal', budget, anchorAt: start.acceptedAt, party, legalReference })]
  }
  const limit = item.route.steps.find((candidate) => candidate.key === step.key)?.internalLimit ?? null
  return limit === null ? [] : [simpleClock({ id: start.id(), name, purpose: 'internal', budget: limit, anchorAt: start.at, party })]
}
