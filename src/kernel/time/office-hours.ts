import { z } from 'zod'
import { dayMs } from './day.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** The periods in which an office works on every working day, in order: 09:00–12:00, 13:00–17:00. */
export const OfficeHours = z
  .array(z.strictObject({ opensAt: TimeOfDay, closesAt: TimeOfDay }))
  .min(1)
  .refine((periods) => periods.every((period, index) => period.opensAt < period.closesAt && (periods[index - 1]?.closesAt ?? '') <= period.opensAt))
  .readonly()

export type OfficeHours = z.infer<typeof OfficeHours>

/** The hours in which offices of the district work: what a limit in working hours counts. */
export const usualOfficeHours: OfficeHours = [
  { opensAt: '09:00', closesAt: '12:00' },
  { opensAt: '13:00', closesAt: '17:00' },
]

/** Office hours made ready for counting: milliseconds of the day. */
export interface WorkingShift {
  /** Working milliseconds of one working day. */
  readonly length: number
  /** Close of business, in milliseconds after midnight. */
  readonly closesAt: number
  /** Working milliseconds passed at a millisecond of the day. */
  readonly workedAt: (millisecondOfDay: number) => number
  /** The first millisecond of the day at which that much has been worked. */
  readonly reachedAt: (worked: number) => number
}

/** Compiles office hours; without any, the whole day of 24 hours counts. */
export function workingShift(hours: OfficeHours | undefined): WorkingShift {
  const periods = hours?.map((period) => ({ from: millisecond(period.opensAt), to: millisecond(period.closesAt) })) ?? [{ from: 0, to: dayMs }]
  return {
    length: periods.reduce((sum, { from, to }) => sum + to - from, 0),
    closesAt: periods.at(-1)?.to ?? dayMs,
    workedAt: (now) => periods.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(now, to) - from), 0),
    reachedAt: (worked) => {
      let left = worked
      for (const { from, to } of periods) {
        if (left <= to - from) return from + left
        left -= to - from
      }
      throw new RangeError('more work than the day has')
    },
  }
}

function millisecond(timeOfDay: string): number {
  const [hours, minutes] = timeOfDay.split(':').map(Number) as [number, number]
  return (hours * 60 + minutes) * 60_000
}
