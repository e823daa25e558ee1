import type { OutputOf } from '#app'
import type { CalendarDay } from '#ui/calendar-months.ts'
import type { Pip } from '#ui/steps.tsx'
import type { ClockState } from '#ui/tag.tsx'
import { say } from './text.ts'

export type CaseClock = OutputOf<'cases.get-case-clock'>
export type ShownTimer = CaseClock['timers'][number]

export interface ClockSign {
  readonly state: ClockState
  readonly words: string
}

/** The clock that a page shows first: the promise, else the law, else whatever runs before acceptance. */
export function leadingTimer(timers: readonly ShownTimer[]): ShownTimer | undefined {
  const open = timers.filter((timer) => timer.end === null)
  const byName = (name: string): ShownTimer | undefined => open.find((timer) => timer.name === name)
  return byName('promised-decision') ?? byName('legal-decision') ?? byName('acceptance-notice') ?? byName('correction') ?? open[0]
}

/** Shape and word of a clock as of `at`: stopped, overdue, due today, or the days that are left. */
export function clockSign(timer: ShownTimer | undefined, at: string): ClockSign {
  if (timer === undefined) return { state: 'done', words: say('clock.none') }
  const { remaining, unit } = timer.usage
  if (isStopped(timer)) return { state: 'stop', words: say('clock.stopped') }
  if (timer.overdue) return { state: 'over', words: say('clock.over') }
  if (timer.dueDay === at.slice(0, 10)) return { state: 'near', words: say('clock.today') }
  const key = unit.includes('HOUR') ? 'clock.left.hours' : 'clock.left'
  return { state: 'run', words: say(key, { left: Math.ceil(remaining) }) }
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

/** The explanation of a clock as the days of `LegalCalendar`. */
export function calendarOf(timer: ShownTimer): readonly CalendarDay[] {
  return timer.explanation.map(({ day, counted, number, why, words }) => ({
    day,
    counted,
    why: words,
    ...(counted && number !== null ? { number } : { label: labelOf(why) }),
    ...(why === 'stopped' && { stopped: true }),
    ...(why === 'holiday' && { arrangement: 'off' as const }),
    ...(why === 'make-up' && { arrangement: 'work' as const }),
  }))
}

function labelOf(why: string): string {
  switch (why) {
    case 'weekend':
      return say('calendar.weekend')
    case 'stopped':
      return say('calendar.stopped')
    case 'trigger-day':
      return say('calendar.trigger')
    default:
      return say('calendar.rest')
  }
}
