import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, type Day, instantAtStartOf, weekday } from '#kernel/time/day.ts'
import type { Dice } from './dice.ts'
import type { StatedVolume } from './profiles.ts'
import type { CityPlan } from './stage.ts'

/** January to December: few around the Spring Festival, many in March and before the year ends. */
const season = [0.95, 0.6, 1.25, 1.05, 1, 1, 0.95, 0.95, 1.05, 0.85, 1.1, 1.15] as const
/** Monday to Sunday, when the hall is open. */
const weekdays = [1.18, 1.06, 1, 0.97, 0.9, 0.9, 0.9] as const
/** Nobody at the window on a free day, some on the telephone. */
const freeDay = 0.1

const windowHours = [[9, 1.2], [10, 1.4], [11, 0.9], [13, 0.6], [14, 1.1], [15, 1], [16, 0.6]] as const
const onlineHours = [...windowHours, [8, 0.4], [12, 0.4], [19, 0.4], [20, 0.5], [21, 0.4], [22, 0.2]] as const

const minuteMs = 60_000

/** How busy a day is beside an ordinary one. */
export function weightOf(day: Day, calendar: WorkingCalendar): number {
  const month = season[Number(day.slice(5, 7)) - 1] ?? 1
  if (!calendar.kindOf(day).working) return freeDay * month
  const afterBreak = calendar.kindOf(addCalendarDays(day, -1)).working ? 1 : 1.1
  return month * (weekdays[weekday(day) - 1] ?? 1) * afterBreak
}

/** Days outside the stated periods: at the rate of the nearest period, or without any. */
export type Beyond = 'nearestRate' | 'nothing'

/**
 * How many begin on each day from `from` to `to`. Over a period that a report states, the days together make exactly the stated
 * number.
 */
export function arrivalsByDay(volumes: readonly StatedVolume[], beyond: Beyond, calendar: WorkingCalendar, { from, to }: { readonly from: Day; readonly to: Day }): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>()
  const rates = volumes.map((volume) => ({ volume, rate: volume.count / totalWeight(volume, calendar) }))
  let cumulated = 0
  let current: StatedVolume | undefined
  for (let day = volumes.reduce((first, volume) => (volume.from < first ? volume.from : first), from); day <= to; day = addCalendarDays(day, 1)) {
    const { volume, rate } = rates.toSorted((one, other) => distance(day, one.volume) - distance(day, other.volume))[0] ?? { volume: undefined, rate: 0 }
    const stated = volume !== undefined && distance(day, volume) === 0 ? volume : undefined
    if (stated !== current) cumulated = 0
    current = stated
    if (stated === undefined && beyond === 'nothing') continue
    const before = Math.round(cumulated)
    cumulated += rate * weightOf(day, calendar)
    if (day >= from) counts.set(day, Math.round(cumulated) - before)
  }
  return counts
}

/**
 * Numbers what begins on each day: 0, 1, 2 … over all days. Asked for each day once, in order. At a scale below 1 the fractions of days
 * add up.
 */
export function beginningsOf({ calendar, scale, from, to }: CityPlan, volumes: readonly StatedVolume[], beyond: Beyond): (day: Day) => readonly number[] {
  const counts = arrivalsByDay(volumes, beyond, calendar, { from, to })
  let pending = 0
  let next = 0
  return (day) => {
    const numbers: number[] = []
    pending += (counts.get(day) ?? 0) * scale
    for (; pending >= 1; pending -= 1) numbers.push(next++)
    return numbers
  }
}

function totalWeight({ from, to }: StatedVolume, calendar: WorkingCalendar): number {
  let sum = 0
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) sum += weightOf(day, calendar)
  return sum
}

function distance(day: Day, { from, to }: StatedVolume): number {
  const days = (a: Day, b: Day): number => (Date.parse(b) - Date.parse(a)) / 86_400_000
  if (day < from) return days(day, from)
  return day > to ? days(to, day) : 0
}

/** The instant at which somebody comes: a window opens in office hours only, the network in the evening too. */
export function instantOfArrival(chance: Dice, day: Day, channel: 'window' | 'online' | 'mobile'): Date {
  const hour = chance.weighted(channel === 'window' ? windowHours : onlineHours)
  return instantAtStartOf(day, (hour * 60 + chance.between(0, 59)) * minuteMs + chance.between(0, 59) * 1000)
}
