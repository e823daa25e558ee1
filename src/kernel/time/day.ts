import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { timeErrors } from './errors.ts'

/** A calendar day in China, `YYYY-MM-DD`, years 1000 to 9999. Days compare correctly as strings. */
export type Day = `${number}-${number}-${number}`

/** The schema of a day: a real date of the Gregorian calendar, so not 2023-02-29. The cast only narrows `string` to what `isDay` has checked. */
export const Day = z.iso.date({ error: 'time.day-invalid' }).refine(isDay, { error: 'time.day-invalid' }) as unknown as z.ZodType<Day, string>

/** Milliseconds of one day. China has kept no summer time since 1991, so every day has the same length. */
export const dayMs = 86_400_000

// Beijing time is fixed at +08:00 (GB/T 7408.1); the office has no other.
const offsetMs = 8 * 3_600_000
const shape = /^[1-9]\d{3}-\d{2}-\d{2}$/

/** Whether a value is a day that exists. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !shape.test(value)) return false
  const ms = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)
}

/** Reads a day, for example from a database column or a form; refuses `time.day-invalid`. */
export function parseDay(value: string): Day {
  if (!isDay(value)) throw new Refusal(timeErrors.dayInvalid, { value })
  return value
}

/** The number of days since 1970-01-01, negative before it. */
export function dayNumber(day: Day): number {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new Refusal(timeErrors.dayInvalid, { value: day })
  return ms / dayMs
}

/** The day with that number; refuses `time.day-out-of-range` outside the years 1000 to 9999. */
export function dayFromNumber(number: number): Day {
  const date = new Date(number * dayMs)
  const year = date.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) throw new Refusal(timeErrors.dayOutOfRange)
  return date.toISOString().slice(0, 10) as Day
}

/** The day `count` calendar days later, earlier if negative. */
export function addCalendarDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** Calendar days from `from` to `to`; negative if `to` is earlier. */
export function calendarDaysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a < b ? b : a
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day))
}

/** Day of the week of a day number, 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The day on which an instant falls in China. */
export function dayOf(instant: Date): Day {
  return dayFromNumber(dayNumberOf(instant))
}

/** The number of the day on which an instant falls in China; not a number for a date that is none. */
export function dayNumberOf(instant: Date): number {
  return Math.floor((instant.getTime() + offsetMs) / dayMs)
}

/** Milliseconds since midnight in China. */
export function millisecondOfDay(instant: Date): number {
  const local = instant.getTime() + offsetMs
  return local - Math.floor(local / dayMs) * dayMs
}

/** The instant at 0:00 of a day, plus `milliseconds` into it. */
export function instantAtStartOf(day: Day, milliseconds = 0): Date {
  return new Date(dayNumber(day) * dayMs - offsetMs + milliseconds)
}

/** The instant at 24:00 of a day, which is 0:00 of the next (民法典 art. 203). */
export function instantAtEndOf(day: Day): Date {
  return instantAtStartOf(day, dayMs)
}

/**
 * The corresponding day `count` months later, or the last day of that month if it has none:
 * 31 January + 1 month is 28 or 29 February (民法典 art. 202). A year is twelve months.
 */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return dayFromNumber(first.getTime() / dayMs + Math.min(date, last) - 1)
}
