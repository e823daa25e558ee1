import { fineWith, must, type Verdict } from '#kernel/errors/refusal.ts'
import { resume, satisfy, type Timer } from '#kernel/time/timer.ts'
import { openDecisionClocks } from './clocks.ts'
import { openStepClocks } from './step-clocks.ts'

/** The decision clocks and those of the open steps: a special procedure stops them together. */
export function countedClocks(timers: readonly Timer[]): readonly Timer[] {
  return [...openDecisionClocks(timers), ...openStepClocks(timers)]
}

/**
 * Applies a change to clocks that run side by side. The first one governs: its refusal refuses the change. One beside it that
 * cannot take the change any more, such as a promise that has already expired, stays as it is.
 */
export function changeTogether(clocks: readonly Timer[], change: (timer: Timer) => Verdict<Timer>): Verdict<readonly Timer[]> {
  const changed: Timer[] = []
  for (const [index, clock] of clocks.entries()) {
    const verdict = change(clock)
    if (verdict.ok) changed.push(verdict.value)
    else if (index === 0) return verdict
  }
  return fineWith(changed)
}

/** Whether a clock is stopped or waits. */
export function isPaused(timer: Timer): boolean {
  return timer.segments.at(-1)?.kind !== 'running'
}

/** Ends a clock because what it asked for was done; one that is paused runs again first. */
export function finished(timer: Timer, at: Date, unitId: string): Timer {
  const running = isPaused(timer) ? must(resume(timer, { at, party: { kind: 'unit', id: unitId } })) : timer
  return must(satisfy(running, at))
}
