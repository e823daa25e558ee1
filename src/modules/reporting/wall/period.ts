import { addCalendarDays, type Day } from '#kernel/time/day.ts'

export const wallPeriods = ['today', 'month', 'year'] as const
export type WallPeriod = (typeof wallPeriods)[number]

/** The days from the beginning of the period in which a day lies to that day. */
export function periodUpTo(day: Day, period: WallPeriod): { readonly from: Day; readonly to: Day } {
  const first = { today: day, month: `${day.slice(0, 8)}01`, year: `${day.slice(0, 4)}-01-01` } as const
  return { from: first[period] as Day, to: day }
}

/** The days that the curve of a wall shows: those of the period, of one day the fortnight that it ends. */
export function curveDays(day: Day, period: WallPeriod): { readonly from: Day; readonly to: Day } {
  return period === 'today' ? { from: addCalendarDays(day, -13), to: day } : periodUpTo(day, period)
}
