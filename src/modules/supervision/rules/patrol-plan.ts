import type { Half } from '../schema.ts'

const everyMinutes = 5
const noon = 12 * 60
/** Nothing is looked at in the last minutes before closing. */
const beforeClosing = 15

/** Opening hours of a hall on some days of the week, 1 to 7. */
export interface OpenPeriod {
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string
}

/** The day of the week, 1 to 7, whose hours hold on a working day: a Saturday or Sunday that is worked in exchange for another day has those of a Friday. */
export function weekdayOfHours(weekday: number): number {
  return Math.min(weekday, 5)
}

/** The times of a half-day among which patrols are drawn (S-04): every five minutes of the opening hours, as `09:05`; none where the hall is closed. */
export function timesOf(half: Half, weekday: number, periods: readonly OpenPeriod[]): readonly string[] {
  const times = periods
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .flatMap((period) => {
      const from = half === 'morning' ? minutes(period.from) : Math.max(minutes(period.from), noon)
      const until = (half === 'morning' ? Math.min(minutes(period.to), noon) : minutes(period.to)) - beforeClosing
      return from > until ? [] : Array.from({ length: Math.floor((until - from) / everyMinutes) + 1 }, (_, place) => text(from + place * everyMinutes))
    })
  return [...new Set(times)].toSorted()
}

/**
 * Of all times in the order of the draw, the first that keep the gap to those taken before; where there is no room for so many, the first of
 * the others. By this rule anyone finds the plan again from the draw.
 */
export function plannedTimes(order: readonly string[], asked: number, gapMinutes: number): readonly string[] {
  const taken: string[] = []
  for (const time of order) if (taken.length < asked && taken.every((other) => Math.abs(minutes(other) - minutes(time)) >= gapMinutes)) taken.push(time)
  const others = order.filter((time) => !taken.includes(time))
  return [...taken, ...others.slice(0, asked - taken.length)].toSorted()
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

function text(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
