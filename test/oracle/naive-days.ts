import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// A second opinion on time, written without anything of kernel/time: days are counted one after the other.

export const dayMs = 86_400_000
/** China is eight hours ahead all year. */
const aheadMs = 8 * 3_600_000

/** The number of the day in China on which an instant falls, from 1970-01-01. */
export function dayAt(ms: number): number {
  return Math.floor((ms + aheadMs) / dayMs)
}

/** The instant at which a day begins in China. */
export function startOf(day: number): number {
  return day * dayMs - aheadMs
}

function dayNamed(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / dayMs
}

export function nameOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** What a notice says of a year's days. */
export interface Notice {
  readonly year: number
  readonly offDays: readonly { readonly date: string }[]
  readonly workedDays: readonly { readonly date: string }[]
}

/** Days on which somewhere nobody worked by order. */
export interface Shut {
  readonly kind: 'all' | 'region' | 'hall'
  readonly place: string | null
  readonly first: string
  readonly last: string
}

interface Where {
  readonly region: string
  readonly hall: string | null
}

/** The notices that ship with the program, straight from their files. */
export function shippedNotices(): readonly Notice[] {
  const folder = join(import.meta.dirname, '../../data/calendar')
  return readdirSync(folder).filter((file) => /^\d{4}\.json$/.test(file)).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Notice)
}

/** Whether a day is worked at a place: Monday to Friday, unless a notice or an order says otherwise; a later year's notice speaks last. */
export function workedDays(notices: readonly Notice[], shut: readonly Shut[]): (day: number, where: Where) => boolean {
  const said = new Map<number, boolean>()
  for (const { offDays, workedDays: worked } of notices.toSorted((one, other) => one.year - other.year)) {
    for (const { date } of offDays) said.set(dayNamed(date), false)
    for (const { date } of worked) said.set(dayNamed(date), true)
  }
  return (day, where) => {
    if (shut.some((each) => dayNamed(each.first) <= day && day <= dayNamed(each.last) && isAt(each, where))) return false
    return said.get(day) ?? isMondayToFriday(day)
  }
}

function isMondayToFriday(day: number): boolean {
  // 1970-01-01 was a Thursday.
  return (day + 3) % 7 < 5
}

function isAt({ kind, place }: Shut, { region, hall }: Where): boolean {
  if (kind === 'all') return true
  if (kind === 'hall') return place === hall
  return region.startsWith((place ?? '').replace(/(00)+$/, ''))
}
