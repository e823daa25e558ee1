import { dayAt, dayMs, startOf } from './naive-days.ts'

/** A clock as the database keeps it. */
export interface StoredClock {
  readonly budget: { readonly value: number; readonly unit: string }
  readonly anchorAt: string
  readonly segments: readonly { readonly kind: string; readonly startedAt: string; readonly endedAt?: string }[]
  readonly extensions: readonly { readonly by: { readonly value: number } }[]
}

type Worked = (day: number) => boolean

const hourMs = 3_600_000
/** When offices of the district work. */
const sittings = [[9, 12], [13, 17]] as const

/** The instant at which a clock runs out, by ticking its time off; undefined while it stands still. */
export function dueNaively(clock: StoredClock, worked: Worked): number | undefined {
  const { unit } = clock.budget
  if (unit === 'HOUR') return runOut(clock, (from, to) => [[from, to]])
  if (unit === 'WORKING_HOUR') return runOut(clock, (from, to) => sittingsBetween(from, to, worked))
  const day = lastDay(clock, worked)
  return day === undefined ? undefined : startOf(day + 1)
}

/** Day after day from the one after the anchor; a day on which the clock stood still does not count, the day of resuming does. */
function lastDay(clock: StoredClock, worked: Worked): number | undefined {
  const stops = clock.segments.filter(({ kind }) => kind === 'stopped').map(({ startedAt, endedAt }) => ({ from: dayAt(Date.parse(startedAt)), to: endedAt === undefined ? undefined : dayAt(Date.parse(endedAt)) }))
  const onTheSpot = clock.budget.value === 0
  const counts: Worked = clock.budget.unit === 'WORKING_DAY' ? worked : () => true
  let left = onTheSpot ? 1 : daysToCount(clock)
  for (let day = dayAt(Date.parse(clock.anchorAt)) + (onTheSpot ? 0 : 1); ; day += 1) {
    const stop = stops.find(({ from, to }) => from <= day && day < (to ?? Number.POSITIVE_INFINITY))
    if (stop !== undefined && stop.to === undefined) return undefined
    if (stop !== undefined) continue
    if (counts(day)) left -= 1
    // A period of calendar days that ends on a free day ends on the next worked one.
    if (left <= 0 && worked(day)) return day
  }
}

function budgetOf({ budget, extensions }: StoredClock): number {
  return extensions.reduce((sum, { by }) => sum + by.value, budget.value)
}

/** Months and years are the calendar days to the same day of the month, or to the last of a shorter one. */
function daysToCount(clock: StoredClock): number {
  const { unit } = clock.budget
  const value = budgetOf(clock)
  if (unit === 'WORKING_DAY' || unit === 'CALENDAR_DAY') return value
  if (unit !== 'MONTH' && unit !== 'YEAR') throw new Error(`nobody knows how to count in ${unit}`)
  const anchor = dayAt(Date.parse(clock.anchorAt))
  const date = new Date(anchor * dayMs)
  const months = date.getUTCMonth() + value * (unit === 'YEAR' ? 12 : 1)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate()
  return Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), lastOfMonth)) / dayMs - anchor
}

/** Ticks hours off stretch by stretch; whatever ended the clock, it is as if it had gone on. */
function runOut(clock: StoredClock, counted: (from: number, to: number) => Iterable<readonly [number, number]>): number | undefined {
  let left = budgetOf(clock) * hourMs
  const last = clock.segments.at(-1)
  const beyond = last?.endedAt === undefined ? [] : [{ kind: 'running', startedAt: last.endedAt, endedAt: undefined }]
  for (const { kind, startedAt, endedAt } of [...clock.segments, ...beyond]) {
    if (kind === 'stopped' && endedAt === undefined) return undefined
    if (kind === 'stopped') continue
    for (const [from, to] of counted(Date.parse(startedAt), endedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(endedAt))) {
      if (left <= to - from) return from + left
      left -= to - from
    }
  }
  throw new Error('an open clock has no end')
}

function* sittingsBetween(from: number, to: number, worked: Worked): Generator<readonly [number, number]> {
  for (let day = dayAt(from); startOf(day) < to; day += 1) {
    if (!worked(day)) continue
    for (const [opens, closes] of sittings) {
      const begin = Math.max(from, startOf(day) + opens * hourMs)
      const end = Math.min(to, startOf(day) + closes * hourMs)
      if (begin < end) yield [begin, end]
    }
  }
}
