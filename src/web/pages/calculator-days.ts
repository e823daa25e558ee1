import type { OutputOf } from '#app'
import { isDay, weekday } from '#kernel/time/day.ts'
import type { CalendarDay } from '#ui/calendar-months.ts'
import { calendarDaysOf } from '../clock-days.ts'
import type { AskedStop, StopCause } from './calculator-query.ts'
import { clockText, type ExplainedReason, say } from './calculator-text.ts'

type ExplainedDay = OutputOf<'kernel.explain-limit'>['days'][number]
type Stop = Pick<AskedStop, 'from' | 'to'> & { readonly cause: StopCause }

/** The days of the answer for the calendar. Each line of the text twin names its weekday, so that it is told day by day and not in runs. Of hours each shows how many were used by its end. */
export function calculatedDays(days: readonly ExplainedDay[], stops: readonly Stop[], inHours: boolean): readonly CalendarDay[] {
  const shown = calendarDaysOf(days.map((day) => shownDay(day, stops)))
  return shown.map((cell, place) => ({
    ...cell,
    ...(inHours && cell.number !== undefined && { amount: say('calendar.hours', { hours: Math.round(cell.number * 100) / 100 }) }),
    why: say('calendar.line', { weekday: weekdayWord(cell.day), why: cell.why, provisional: days[place]?.provisional ? clockText('explain').provisional : '' }),
  }))
}

/** 周一 to 周日. */
export function weekdayWord(day: string): string {
  return isDay(day) ? (clockText('weekdays')[weekday(day) - 1] ?? '') : ''
}

function shownDay({ day, counted, number, why, name, source, provisional }: ExplainedDay, stops: readonly Stop[]) {
  const cause: StopCause | 'handling' = why === 'stopped' ? (stops.findLast((stop) => stop.from <= day && (stop.to === '' || day < stop.to))?.cause ?? 'handling') : 'handling'
  return { day, counted, why: why as ExplainedReason, cause, provisional, ...(number !== null && { number }), ...(name !== null && { name }), ...(source !== null && { source }) }
}
