import type { DayKind, DayReason, WorkingCalendar } from './calendar.ts'
import { addCalendarDays, dayOf, instantAtEndOf } from './day.ts'
import type { Day } from './day.ts'
import { countedUnit, firstCountedDay, reckon } from './due.ts'
import type { CountedUnit, Reckoning } from './due.ts'
import { horizonOf } from './timer-record.ts'
import type { Party, Segment, SegmentCause, Timer } from './timer-record.ts'
import { usedOf } from './usage.ts'

/** Why a day counts or does not: by its kind, or because it is the day of the trigger (T-01), stopped, or after the end that T-03 moved. */
export type ExplanationCode = DayReason | 'calendar-day' | 'trigger-day' | 'stopped' | 'end-moved'

/** One calendar day of a timer's life, ready to be shown or checked by hand. */
export interface ExplainedDay {
  readonly day: Day
  readonly counted: boolean
  /** The running number of a counted day; for budgets in hours, the hours used by the end of the day. */
  readonly number?: number
  readonly why: ExplanationCode
  /** The holiday, exchange or closure, as its source calls it. */
  readonly name?: string
  /** The notice, order or rule that this rests on. */
  readonly source?: string
  readonly cause: SegmentCause
  readonly party: Party
  readonly documentId?: string
  readonly provisional: boolean
}

interface Context {
  readonly timer: Timer
  readonly calendar: WorkingCalendar
  readonly reckoning: Reckoning
  readonly unit: CountedUnit
}

/** Every calendar day from the anchor to the due day, or to `at` while the clock is stopped; codes only, see `explainInWords`. */
export function explain(timer: Timer, calendar: WorkingCalendar, at: Date): readonly ExplainedDay[] {
  const context: Context = { timer, calendar, reckoning: reckon(timer, calendar), unit: countedUnit(timer.budget) }
  const { open, due } = context.reckoning
  const last = open === undefined ? due.day : dayOf(horizonOf(timer, at))
  const rows: ExplainedDay[] = []
  let number = 0
  for (let day = dayOf(timer.anchorAt); day <= last; day = addCalendarDays(day, 1)) {
    const before = number
    number = isInHours(context) ? hoursUsedBy(context, day) : number
    const row = explainDay(context, day, number > before)
    if (!isInHours(context) && row.counted) number += 1
    rows.push(row.counted ? { ...row, number } : row)
  }
  return rows
}

function explainDay(context: Context, day: Day, hasHours: boolean): ExplainedDay {
  const { timer, calendar, reckoning, unit } = context
  // Natural days and hours count whatever the calendar says; only where their end may move does it matter.
  const kind: DayKind | undefined = unit === 'HOUR' || (unit === 'CALENDAR_DAY' && day < reckoning.end) ? undefined : calendar.kindOf(day)
  const stop = stopOver(reckoning, day)
  const segment = stop ?? segmentAtEndOf(timer, day)
  const base = { day, cause: segment.cause, party: segment.party, provisional: kind?.provisional ?? false, ...(segment.documentId !== undefined && { documentId: segment.documentId }) }
  const named = { ...(kind?.name !== undefined && { name: kind.name }), ...(kind?.source !== undefined && { source: kind.source }) }
  const isStopped = stop !== undefined && !hasHours
  const dayCode = kind === undefined || unit === 'CALENDAR_DAY' ? 'calendar-day' : kind.why

  if (isInHours(context)) {
    if (isStopped && (kind?.working ?? true)) return { ...base, ...grounds(segment), counted: false, why: 'stopped' }
    return { ...base, ...named, counted: hasHours, why: dayCode }
  }
  if (day < firstCountedDay(timer)) return { ...base, counted: false, why: 'trigger-day' }
  if (unit === 'WORKING_DAY' && kind?.working === false) return { ...base, ...named, counted: false, why: kind.why }
  if (isStopped) return { ...base, ...grounds(segment), counted: false, why: 'stopped' }
  if (unit === 'CALENDAR_DAY' && day > reckoning.end) return { ...base, ...named, counted: false, why: 'end-moved' }
  return { ...base, ...named, counted: true, why: dayCode }
}

/** The stop that takes a day out of the count: begun by that day and not resumed on it. */
function stopOver({ open, postponements }: Reckoning, day: Day): Segment | undefined {
  if (open !== undefined && dayOf(open.startedAt) <= day) return open
  return postponements.find(({ segment }) => dayOf(segment.startedAt) <= day && segment.endedAt !== undefined && day < dayOf(segment.endedAt))?.segment
}

/** Whose time a day is: that of the last segment begun on it or before. A stop that does not take the day out is not it. */
function segmentAtEndOf(timer: Timer, day: Day): Segment {
  const end = instantAtEndOf(day)
  const segment = timer.segments.findLast((each) => each.startedAt < end) ?? timer.segments[0]
  return segment ?? { kind: 'running', cause: 'handling', party: { kind: 'unit' }, startedAt: timer.anchorAt }
}

function grounds(segment: Segment): { readonly source?: string } {
  return segment.legalReference === undefined ? {} : { source: segment.legalReference }
}

function hoursUsedBy({ timer, calendar, reckoning: { due, open } }: Context, day: Day): number {
  const endOfDay = instantAtEndOf(day)
  const by = open === undefined && due.at < endOfDay ? due.at : endOfDay
  // Looked at as if it ended then, so that a timer that was satisfied early is still explained up to its due day.
  return usedOf({ ...timer, satisfiedAt: by }, calendar, by).used
}

function isInHours({ unit }: Context): boolean {
  return unit === 'HOUR' || unit === 'WORKING_HOUR'
}
