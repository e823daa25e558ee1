import type { OutputOf } from '#app'
import type { Pip } from '#ui/steps.tsx'
import type { ClockState } from '#ui/tag.tsx'

export type CaseClock = OutputOf<'cases.get-case-clock'>
export type ShownTimer = CaseClock['timers'][number]

/** How a clock stands: its shape, and which words say so; the pages of the staff and of the public have these words each in their own texts. */
export interface ClockStanding {
  readonly state: ClockState
  readonly word: 'clock.none' | 'clock.stopped' | 'clock.over' | 'clock.today' | 'clock.left' | 'clock.left.hours'
  readonly left: number
}

/** The clock that a page shows first: the promise, else the law, else whatever runs before acceptance. */
export function leadingTimer(timers: readonly ShownTimer[]): ShownTimer | undefined {
  const open = timers.filter((timer) => timer.end === null)
  const byName = (name: string): ShownTimer | undefined => open.find((timer) => timer.name === name)
  return byName('promised-decision') ?? byName('legal-decision') ?? byName('acceptance-notice') ?? byName('correction') ?? open[0]
}

/** A clock as of `at`: stopped, overdue, due today, or the days or hours that are left. */
export function clockStanding(timer: ShownTimer | undefined, at: string): ClockStanding {
  if (timer === undefined) return { state: 'done', word: 'clock.none', left: 0 }
  const left = Math.ceil(timer.usage.remaining)
  if (isStopped(timer)) return { state: 'stop', word: 'clock.stopped', left }
  if (timer.overdue) return { state: 'over', word: 'clock.over', left }
  if (timer.dueDay === at.slice(0, 10)) return { state: 'near', word: 'clock.today', left }
  return { state: 'run', word: timer.usage.unit.includes('HOUR') ? 'clock.left.hours' : 'clock.left', left }
}

export function isStopped(timer: ShownTimer): boolean {
  const last = timer.segments.at(-1)
  return timer.end === null && last?.kind === 'stopped' && last.endedAt === null
}

/** One box per day of the budget up to `at`: used, stopped, left. Limits that are not days or are long have none. */
export function pipsOf(timer: ShownTimer): readonly Pip[] {
  if (timer.usage.unit.includes('HOUR') || timer.usage.budget > 45) return []
  const stopped = timer.explanation.filter((day) => day.why === 'stopped').map((): Pip => 'stopped')
  const used = Math.min(timer.usage.budget, Math.floor(timer.usage.used))
  return [...Array.from({ length: used }, (): Pip => 'full'), ...stopped, ...Array.from({ length: timer.usage.budget - used }, (): Pip => 'empty')]
}
