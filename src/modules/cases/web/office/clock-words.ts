import type { CalendarDay } from '#ui/calendar-months.ts'
import type { ClockState } from '#ui/tag.tsx'
import { clockStanding, type ShownTimer } from '../case-clock.ts'
import { say } from './text.ts'

export interface ClockSign {
  readonly state: ClockState
  readonly words: string
}

/** Shape and word of a clock as of `at`. */
export function clockSign(timer: ShownTimer | undefined, at: string): ClockSign {
  const { state, word, left } = clockStanding(timer, at)
  return { state, words: say(word, { left }) }
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
