import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, instantAtStartOf } from '#kernel/time/day.ts'
import { addWorkingDays } from '#kernel/time/limits.ts'
import { addWorkingHours } from '#kernel/time/working-hours.ts'
import { dueOf, endOf, type Timer, usedOf } from '#kernel/time/timer.ts'
import { isWatched } from './leading.ts'

/**
 * When a rung is reached: at a share of the budget (0.9: on the day that makes nine tenths, S-01), on the working day so many
 * before the due day (−1) or after it, or when the clock is over.
 */
const RungAt = z.union([z.strictObject({ share: z.number().gt(0).max(1) }), z.strictObject({ workingDays: z.int().min(-60).max(60) }), z.literal('over')])

/** One rung of the signals of a clock. `kept`: stays standing when the clock ends, as a red signal does (S-02). */
export const Rung = z.strictObject({ name: z.enum(['reminder', 'yellow', 'red']), of: z.enum(['legal', 'promised', 'internal']), at: RungAt, kept: z.boolean() }).readonly()
export type Rung = z.infer<typeof Rung>

/** The rungs of an office; each name once for each purpose. */
export const Rungs = z
  .array(Rung)
  .max(20)
  .refine((rungs) => new Set(rungs.map(({ name, of }) => `${of} ${name}`)).size === rungs.length, { error: 'a rung stands twice' })
  .readonly()
export type Rungs = z.infer<typeof Rungs>

/**
 * Local rule until the office sets its own. Of a promise, and of the law's limit where nothing was promised: a reminder one working day
 * before, yellow at nine tenths, red when it is over. The limits that the office set itself are mostly a day long, so that a warning would
 * come with each: only what is over is signalled.
 */
export const shippedRungs: Rungs = [
  ...(['promised', 'legal'] as const).flatMap((of): readonly Rung[] => [
    { name: 'reminder', of, at: { workingDays: -1 }, kept: false },
    { name: 'yellow', of, at: { share: 0.9 }, kept: false },
    { name: 'red', of, at: 'over', kept: true },
  ]),
  { name: 'red', of: 'internal', at: 'over', kept: true },
]

export interface ReachedRung {
  readonly rung: Rung
  /** The first instant at which it is reached. */
  readonly at: Date
}

/**
 * The rungs of a clock with the instant at which each is reached, earliest first; none while it is stopped, after its end, or if it is the
 * applicant's own time. Of a limit of the law so short that a warning would come with its beginning, as the law's "at once" for real estate,
 * only what is over is signalled.
 */
export function rungsOf(timer: Timer, calendar: WorkingCalendar, rungs: Rungs): readonly ReachedRung[] {
  if (!isWatched(timer) || endOf(timer) !== undefined || dueOf(timer, calendar).stopped) return []
  return rungs
    .filter(({ of }) => of === timer.purpose)
    .map((rung) => ({ rung, at: reachedAt(timer, calendar, rung) }))
    .filter(({ rung, at }) => rung.of !== 'legal' || rung.at === 'over' || at > timer.anchorAt)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || order(a.rung) - order(b.rung))
}

/** Which rung of equal instants comes first: the milder. */
function order({ name }: Rung): number {
  return ['reminder', 'yellow', 'red'].indexOf(name)
}

function reachedAt(timer: Timer, calendar: WorkingCalendar, { at }: Rung): Date {
  const due = dueOf(timer, calendar)
  if (due.stopped) throw new Error(`clock ${timer.id} is stopped`)
  if (at === 'over') return new Date(due.dueAt.getTime() + 1)
  if ('workingDays' in at) return notBefore(timer.anchorAt, instantAtStartOf(addWorkingDays(calendar, due.dueDay, at.workingDays).day))
  return notBefore(timer.anchorAt, shareReachedAt(timer, calendar, at.share))
}

function notBefore(anchorAt: Date, at: Date): Date {
  return at < anchorAt ? anchorAt : at
}

/**
 * Counted back from the due date, where all stops are worked in: the day whose number is the first at or above the share. A
 * stop between that day and now has passed already, so what is computed is past too and the rung fires at once.
 */
function shareReachedAt(timer: Timer, calendar: WorkingCalendar, share: number): Date {
  const due = dueOf(timer, calendar)
  const { unit, budget } = usedOf(timer, calendar, timer.anchorAt)
  if (due.stopped) throw new Error(`clock ${timer.id} is stopped`)
  const hours = -budget * (1 - share) * 3_600_000
  if (unit === 'HOUR') return new Date(due.dueAt.getTime() + hours)
  if (unit === 'WORKING_HOUR') return addWorkingHours(calendar, due.dueAt, Math.round(hours)).at
  // Rounded so that 0.9 of 10 is 9, whatever the binary fraction says.
  const left = budget - Math.ceil(Math.round(budget * share * 1e6) / 1e6)
  const day = unit === 'WORKING_DAY' ? addWorkingDays(calendar, due.dueDay, -left).day : addCalendarDays(due.moved?.from ?? due.dueDay, -left)
  return instantAtStartOf(day)
}
