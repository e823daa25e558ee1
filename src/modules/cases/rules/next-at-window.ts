import type { Timer } from '#kernel/time/timer.ts'
import type { CaseState } from '../lifecycle.ts'
import { clockNames, openClock } from './clocks.ts'

/** What a window can do next for whoever stands at it: check what was filed, take what was corrected or promised, take the money, hand the result over. */
export const windowActs = ['check', 'correct', 'supply', 'pay', 'deliver'] as const
export type WindowAct = (typeof windowActs)[number]

interface AtWindow {
  readonly state: CaseState
  readonly feeState: string
  readonly timers: readonly Timer[]
}

/** The next act of a window in a case; null where the applicant can only wait. */
export function nextAtWindow({ state, feeState, timers }: AtWindow): WindowAct | null {
  if (state === 'correctionRequested') return 'correct'
  if (state === 'submitted' || state === 'received' || state === 'corrected') return 'check'
  if (feeState === 'due') return 'pay'
  if (openClock(timers, clockNames.gap) !== undefined) return 'supply'
  return state === 'issued' ? 'deliver' : null
}
