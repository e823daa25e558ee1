import { addMonths, dayOf, instantAtStartOf, parseDay } from '#kernel/time/day.ts'

/** The lists of what an officer did: what goes on without him, and what he did this month. */
export const handledViews = ['waiting', 'done'] as const
export type HandledView = (typeof handledViews)[number]

/** A case that is still open a year after somebody's opinion is found by its number; the list stays one that can be read. */
const waitingMonths = 12

/** How far back a list of what was done reaches. */
export function handledSince(view: HandledView, now: Date): Date {
  const today = dayOf(now)
  return instantAtStartOf(view === 'done' ? parseDay(`${today.slice(0, 7)}-01`) : addMonths(today, -waitingMonths))
}
