import { addCalendarDays, addMonths, type Day, instantAtStartOf } from '#kernel/time/day.ts'
import type { MetricWindow } from './metric.ts'

/** The window of the days from `from` to `to`. Without an `asOf` the cut-off is the end of the last day, or now if that is earlier. */
export function windowOf(from: Day, to: Day, at: { readonly now: Date; readonly asOf?: Date | undefined }): MetricWindow {
  if (from > to) throw new RangeError(`a period that ends before it begins: ${from} to ${to}`)
  const until = instantAtStartOf(addCalendarDays(to, 1))
  const last = at.asOf ?? new Date(until.getTime() - 1)
  return { from: instantAtStartOf(from), until, lastDay: to, cutOff: last < at.now ? last : at.now }
}

/** The same days a year before, seen from the same distance; 29 February becomes 28 February. */
export function yearBefore(window: MetricWindow, from: Day, to: Day): MetricWindow {
  const [first, last] = [addMonths(from, -12), addMonths(to, -12)]
  const until = instantAtStartOf(addCalendarDays(last, 1))
  const cutOff = window.cutOff.getTime() - (window.until.getTime() - until.getTime())
  return { from: instantAtStartOf(first), until, lastDay: last, cutOff: new Date(cutOff) }
}

/** The instant at which a window is seen: its cut-off, or its last moment if the cut-off is later. */
export function endOfWindow({ cutOff, until }: MetricWindow): Date {
  return cutOff < until ? cutOff : new Date(until.getTime() - 1)
}
