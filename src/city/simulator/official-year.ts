import type { StaffCaller } from '#kernel/access/caller.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { type Day, instantAtStartOf } from '#kernel/time/day.ts'
import type { Role, StaffMember } from '#modules/organisation/index.ts'
import { readCityFile } from '../city-files.ts'
import type { Dice } from './dice.ts'
import type { StatedVolume } from './profiles.ts'
import type { CityPlan, Stage } from './stage.ts'

const minuteMs = 60_000

/**
 * Numbers what officers begin on each day: 0, 1, 2 … over all days, the same number on every working day of a stated period and none
 * on others. Asked for each day once, in order; what a scale below 1 leaves of a day is kept for the next.
 */
export function beginningsOnWorkingDays({ calendar, scale }: Pick<CityPlan, 'calendar' | 'scale'>, volumes: readonly StatedVolume[]): (day: Day) => readonly number[] {
  let next = 0
  return (day) => {
    const volume = volumes.find(({ from, to }) => from <= day && day <= to)
    if (volume === undefined || !calendar.kindOf(day).working) return []
    const place = calendar.workingDaysBefore(day) - calendar.workingDaysBefore(volume.from)
    const until = (days: number): number => Math.floor((days * volume.count * scale) / workingDaysOf(volume, calendar) + 1e-9)
    return Array.from({ length: until(place + 1) - until(place) }, () => next++)
  }
}

function workingDaysOf({ from, to }: StatedVolume, calendar: WorkingCalendar): number {
  return calendar.workingDaysBefore(to) + (calendar.kindOf(to).working ? 1 : 0) - calendar.workingDaysBefore(from)
}

/** Some minute of a day between two hours, which may have fractions. */
export function atHour(day: Day, from: number, to: number, chance: Dice): Date {
  return instantAtStartOf(day, chance.between(Math.round(from * 60), Math.round(to * 60)) * minuteMs + chance.between(0, 59) * 1000)
}

/** The first who holds one role for a unit, and the first other person who holds the other: who writes and who looks it through. */
export async function pairOf({ people }: Pick<Stage, 'people'>, unitId: string, roles: readonly [Role, Role]): Promise<readonly [StaffCaller, StaffCaller]> {
  const [first] = await people.holders(roles[0], unitId)
  const second = (await people.holders(roles[1], unitId)).find(({ id }) => id !== first?.id)
  if (first === undefined || second === undefined) throw new Error(`${unitId} has no two people for ${roles.join(' and ')}`)
  return [first, second]
}

/** The units of the demo district in which one person holds one role and another person the other, in the order of the file of its staff. */
export function unitsWithBoth(one: Role, other: Role): readonly string[] {
  const held = readCityFile<StaffMember[]>('city/staff.json').flatMap(({ staffNo, roles }) => roles.map(({ role, unitKey }) => ({ staffNo, role, unitKey })))
  const holders = (role: Role, unit: string): readonly string[] => held.flatMap((each) => (each.role === role && each.unitKey === unit ? [each.staffNo] : []))
  return [...new Set(held.map(({ unitKey }) => unitKey))].filter((unit) => holders(one, unit).some((first) => holders(other, unit).some((second) => second !== first)))
}
