import { fine, fineWith, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { WorkingCalendar } from './calendar.ts'
import { dueOf } from './due.ts'
import { timeErrors } from './errors.ts'
import { TimeLimit, longestLimit } from './limits.ts'
import { endOf, specialProcedures } from './timer-record.ts'
import type { Extension, Party, Segment, SegmentCause, Timer } from './timer-record.ts'

/** What a new timer is told; it starts running, on the time of `party`. */
export interface ArmInput extends Pick<Timer, 'id' | 'purpose' | 'name' | 'budget' | 'anchorAt' | 'legalReference' | 'extensible'> {
  readonly party: Party
}

/** A pause of either kind: since when, why, on whose time, by which document and rule. */
export interface PauseInput extends Omit<Segment, 'kind' | 'startedAt' | 'endedAt'> {
  readonly at: Date
}

/** From when on whose time the clock runs. */
export interface RunInput {
  readonly at: Date
  readonly party: Party
}

export interface SupersedeInput extends Pick<Timer, 'id' | 'name' | 'budget' | 'legalReference' | 'extensible'> {
  readonly at: Date
  readonly reason: string
}

/** Starts a clock. Refuses a budget that is not a limit. */
export function arm({ party, ...given }: ArmInput): Verdict<Timer> {
  if (!TimeLimit.safeParse(given.budget).success) return refuse(timeErrors.limitOutOfRange, { limit: given.budget })
  return fineWith({ ...given, segments: [running(given.anchorAt, party)], extensions: [] })
}

/**
 * Stops the clock: this time will not count. Only a special procedure of 行政许可法 art. 45, or a pause that names the rule that
 * excludes it, stops a clock (C-08); stops may not overlap (C-09); a clock that has expired cannot be stopped any more.
 */
export function stop(timer: Timer, calendar: WorkingCalendar, pause: PauseInput): Verdict<Timer> {
  if (!isSpecialProcedure(pause.cause) && pause.legalReference === undefined) return refuse(timeErrors.causeDoesNotStop, { cause: pause.cause })
  const may = mayPause(timer, pause.at)
  if (!may.ok) return may
  if (hasExpired(timer, calendar, pause.at)) return refuse(timeErrors.expired)
  return fineWith(paused(timer, 'stopped', pause))
}

/** Records that somebody else has to act while the clock goes on (C-08). */
export function wait(timer: Timer, pause: PauseInput): Verdict<Timer> {
  const may = mayPause(timer, pause.at)
  return may.ok ? fineWith(paused(timer, 'waiting', pause)) : may
}

/** Ends a stop or a wait; the clock runs again from that day on. */
export function resume(timer: Timer, input: RunInput): Verdict<Timer> {
  const open = mayChange(timer, input.at)
  if (!open.ok) return open
  if (latest(timer)?.kind === 'running') return refuse(timeErrors.notPaused)
  return fineWith(followedBy(timer, running(input.at, input.party)))
}

/** Passes a running clock to another party, such as the next unit of a sequence; the due date stays. */
export function handOver(timer: Timer, input: RunInput): Verdict<Timer> {
  const may = mayPause(timer, input.at)
  return may.ok ? fineWith(followedBy(timer, running(input.at, input.party))) : may
}

/** Grants the one extension that the timer's rule allows: in the budget's unit, no longer than allowed, by a rank that may, with a reason, before expiry (C-04). */
export function extend(timer: Timer, calendar: WorkingCalendar, extension: Extension): Verdict<Timer> {
  const open = mayChange(timer, extension.grantedAt)
  if (!open.ok) return open
  const rule = timer.extensible
  if (rule === undefined) return refuse(timeErrors.notExtensible)
  if (timer.extensions.length > 0) return refuse(timeErrors.alreadyExtended)
  const { by } = extension
  const comparable = by.unit === timer.budget.unit && by.unit === rule.longest.unit
  const tooLong = !comparable || by.value < 1 || by.value > rule.longest.value || timer.budget.value + by.value > longestLimit
  if (tooLong) return refuse(timeErrors.extensionTooLong, { longest: rule.longest, asked: by })
  if (!rule.approverRanks.includes(extension.approver.rank)) return refuse(timeErrors.rankTooLow, { ranks: rule.approverRanks })
  if (extension.reason.trim() === '') return refuse(timeErrors.reasonMissing)
  if (hasExpired(timer, calendar, extension.grantedAt)) return refuse(timeErrors.expired)
  return fineWith({ ...timer, extensions: [extension] })
}

/** The duty is done; in time or not is derived from when. */
export function satisfy(timer: Timer, at: Date): Verdict<Timer> {
  const open = mayChange(timer, at)
  return open.ok ? fineWith({ ...endedSegments(timer, at), satisfiedAt: at }) : open
}

/** The duty fell away, for example by withdrawal. */
export function voidTimer(timer: Timer, at: Date, reason: string): Verdict<Timer> {
  const open = mayChange(timer, at)
  if (!open.ok) return open
  if (reason.trim() === '') return refuse(timeErrors.reasonMissing)
  return fineWith({ ...endedSegments(timer, at), voidedAt: at, endReason: reason })
}

/** Replaces the budget: the old timer ends and names its successor, which keeps anchor and segments but none of the extensions. */
export function supersede(timer: Timer, input: SupersedeInput): Verdict<{ readonly superseded: Timer; readonly successor: Timer }> {
  const { at, reason, ...given } = input
  const open = mayChange(timer, at)
  if (!open.ok) return open
  if (reason.trim() === '') return refuse(timeErrors.reasonMissing)
  if (!TimeLimit.safeParse(given.budget).success) return refuse(timeErrors.limitOutOfRange, { limit: given.budget })
  const successor: Timer = { ...given, purpose: timer.purpose, anchorAt: timer.anchorAt, segments: timer.segments, extensions: [] }
  return fineWith({ superseded: { ...endedSegments(timer, at), supersededAt: at, supersededBy: given.id, endReason: reason }, successor })
}

function mayChange(timer: Timer, at: Date): Verdict {
  if (endOf(timer) !== undefined) return refuse(timeErrors.timerClosed)
  const since = latest(timer)?.startedAt ?? timer.anchorAt
  return at < since ? refuse(timeErrors.notChronological, { at, since }) : fine
}

function mayPause(timer: Timer, at: Date): Verdict {
  const open = mayChange(timer, at)
  if (!open.ok) return open
  return latest(timer)?.kind === 'running' ? fine : refuse(timeErrors.alreadyPaused, { cause: latest(timer)?.cause })
}

function hasExpired(timer: Timer, calendar: WorkingCalendar, at: Date): boolean {
  const due = dueOf(timer, calendar)
  return !due.stopped && at >= due.dueAt
}

function isSpecialProcedure(cause: SegmentCause): boolean {
  return (specialProcedures as readonly SegmentCause[]).includes(cause)
}

function paused(timer: Timer, kind: 'stopped' | 'waiting', { at, ...pause }: PauseInput): Timer {
  return followedBy(timer, { ...pause, kind, startedAt: at })
}

function running(startedAt: Date, party: Party): Segment {
  return { kind: 'running', cause: 'handling', party, startedAt }
}

function followedBy(timer: Timer, next: Segment): Timer {
  const ended = endedSegments(timer, next.startedAt)
  return { ...ended, segments: [...ended.segments, next] }
}

function endedSegments(timer: Timer, at: Date): Timer {
  const last = latest(timer)
  return last === undefined ? timer : { ...timer, segments: [...timer.segments.slice(0, -1), { ...last, endedAt: at }] }
}

function latest(timer: Timer): Segment | undefined {
  return timer.segments.at(-1)
}
