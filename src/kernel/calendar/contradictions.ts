import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { calendarErrors } from './errors.ts'

/**
 * Whether a notice may be published beside the others. Within itself it is consistent by its schema. A later year's notice may
 * change days that an earlier one set (2018-12-29 came with 2019), never the other way round: such a day would say one thing
 * and count as another. The same notice twice is refused too, because it would be a new version that changes nothing.
 */
export function checkArrangement(arrangement: Arrangement, others: readonly Arrangement[]): Verdict {
  const current = others.find(({ year }) => year === arrangement.year)
  if (current !== undefined && JSON.stringify(current) === JSON.stringify(arrangement)) return refuse(calendarErrors.unchanged, { year: arrangement.year })
  const later = others.find(({ year }) => year === arrangement.year + 1)
  if (later === undefined) return fine
  const off = new Set(later.offDays.map(({ date }) => date))
  const worked = new Set(later.workedDays.map(({ date }) => date))
  const days = [...arrangement.offDays.filter(({ date }) => worked.has(date)), ...arrangement.workedDays.filter(({ date }) => off.has(date))].map(({ date }) => date)
  return days.length === 0 ? fine : refuse(calendarErrors.contradictsLaterNotice, { year: later.year, days })
}
