import { OfficeHours } from '#kernel/time/office-hours.ts'

/** The units that run from an hour of the day and not from the next day (T-02). */
export const hourUnits = ['WORKING_HOUR', 'HOUR'] as const

export function isHourUnit(unit: string): unit is (typeof hourUnits)[number] {
  return hourUnits.some((each) => each === unit)
}

/** What stands in the field until somebody writes another: the usual hours of an office. */
export const usualHours = '09:00-12:00 13:00-17:00'

/** Office hours as they are typed: periods with any sign between the times, full-width or not. Undefined if they are none. */
export function readOfficeHours(text: string): OfficeHours | undefined {
  const times = text.replace(/：/g, ':').match(/\d{1,2}:\d{2}/g) ?? []
  const padded = times.map((time) => time.padStart(5, '0'))
  const periods = padded.flatMap((opensAt, index) => (index % 2 === 0 ? [{ opensAt, closesAt: padded[index + 1] ?? '' }] : []))
  return OfficeHours.safeParse(periods).data
}

/** A time of day as it is typed: 9:30 is 09:30. Undefined if it is none. */
export function readTime(text: string): string | undefined {
  const time = text.replace(/：/, ':').padStart(5, '0')
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined
}
