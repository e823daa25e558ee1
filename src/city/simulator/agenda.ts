import { addCalendarDays, type Day, dayOf } from '#kernel/time/day.ts'
import type { Business, CityAct } from './business.ts'

export interface AgendaDay {
  readonly day: Day
  /** In the order in which they are to begin. */
  readonly acts: readonly CityAct[]
}

/**
 * The days of a city one after the other, each with all that was planned for it; the same every time for the same businesses. What was
 * planned for a day is let go with it, so that a long life needs no more memory than a short one.
 */
export function* agendaOf(businesses: readonly Business[], { from, to }: { readonly from: Day; readonly to: Day }): Generator<AgendaDay> {
  const planned = new Map<Day, CityAct[]>()
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) {
    for (const business of businesses) {
      for (const act of business.arrivals(day)) if (dayOf(act.at) <= to) put(planned, dayOf(act.at), act)
    }
    // The sort is stable: acts of the same instant stay in the order in which they were planned.
    const acts = (planned.get(day) ?? []).toSorted((one, other) => one.at.getTime() - other.at.getTime())
    planned.delete(day)
    yield { day, acts }
  }
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
