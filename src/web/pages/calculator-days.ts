import type { OutputOf } from '#app'
import { isDay, weekday } from '#kernel/time/day.ts'
import words from '#kernel/time/locales/zh-CN.json' with { type: 'json' }
import type { CalendarDay } from '#ui/calendar-months.ts'
import { calendarDaysOf } from '../clock-days.ts'
import type { AskedStop, StopCause } from './calculator-query.ts'
import { say } from './calculator-text.ts'

type ExplainedDay = OutputOf<'kernel.explain-limit'>['days'][number]
type ExplainedReason = keyof typeof words.explain.reasons
type Stop = Pick<AskedStop, 'from' | 'to'> & { readonly cause: StopCause }

/** The days of the answer for the calendar. Each line of the text twin names its weekday, so that it is told day by day and not in runs. */
export function calculatedDays(days: readonly ExplainedDay[], stops: readonly Stop[]): readonly CalendarDay[] {
  const shown = calendarDaysOf(days.map((day) => shownDay(day, stops)))
  return shown.map((cell, place) => ({
    ...cell,
    why: say('calendar.line', { weekday: weekdayWord(cell.day), why: cell.why, provisional: days[place]?.provisional ? words.explain.provisional : '' }),
  }))
}

/** 周一 to 周日. */
export function weekdayWord(day: string): string {
  return isDay(day) ? (words.weekdays[weekday(day) - 1] ?? '') : ''
}

function shownDay({ day, counted, number, why, name, source, provisional }: ExplainedDay, stops: readonly Stop[]) {
  const cause: StopCause | 'handling' = why === 'stopped' ? (stops.findLast((stop) => stop.from <= day && (stop.to === '' || day < stop.to))?.cause ?? 'handling') : 'handling'
  return { day, counted, why: why as ExplainedReason, cause, provisional, ...(number !== null && { number }), ...(name !== null && { name }), ...(source !== null && { source }) }
}
