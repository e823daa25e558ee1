import { actorOf, law } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { eventHash } from '#kernel/ledger/hash-chain.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { dueOf, parseTimer, stopEndOf } from '#kernel/time/timer.ts'
import { calendarOf, type CalendarRecord, readCalendar } from './calendar-source.ts'
import { firstChangedDay } from './first-changed-day.ts'
import { beginProgress, forgetOutdated, type HeldMatter, holdMatters, holdOutdated, lastFinishedVersion, listOpenClocks, type OpenClock, type Progress, saveProgress, takeProgress, writeMoves } from './recompute-store.ts'
import { newestVersion } from './store.ts'

/** The event that says which clocks a change of the calendar moved; listeners tell the parties. */
export const dueDateMoved = 'kernel.due-date-moved'

/** One clock that moved, as the event names it; instants as ISO text. */
export interface DueDateMove {
  readonly matterId: string
  readonly number: string
  readonly timerId: string
  readonly clock: string
  readonly purpose: string
  readonly from: string
  readonly to: string
}

const movesPerEvent = 100

export interface RecomputedBatch {
  readonly more: boolean
  readonly timers: number
  readonly moved: number
}

/**
 * Counts the next open clocks again with the newest calendar (T-16), in the transaction of `ctx`: the progress of the version
 * moves with the batch, so that a killed run goes on where it stood. When a version is through, clocks that a process with an
 * older calendar wrote meanwhile are looked at once more.
 */
export async function recomputeBatch(ctx: Ctx, limit: number): Promise<RecomputedBatch> {
  const version = await newestVersion(ctx.db)
  if (version === 0) return { more: false, timers: 0, moved: 0 }
  const progress = (await takeProgress(ctx.db, version)) ?? (await begin(ctx, version))
  const { firstDay } = progress
  const sweeping = progress.finishedAt === null && firstDay !== null
  const held = sweeping ? await holdMatters(ctx.db, { after: progress.afterMatter, from: instantAtStartOf(firstDay), limit }) : await holdOutdated(ctx.db, limit)
  const counted = await recount(ctx, held, await calendarAt(ctx, version))
  if (sweeping) {
    const finishedAt = held.length < limit ? ctx.now : null
    await saveProgress(ctx.db, version, { after: held.at(-1)?.id, matters: held.length, ...counted, finishedAt })
  }
  return { more: held.length === limit || sweeping, timers: counted.timers, moved: counted.moved }
}

async function begin(ctx: Ctx, version: number): Promise<Progress> {
  await beginProgress(ctx.db, version, { firstDay: await firstDayToMove(ctx, version), at: ctx.now })
  const progress = await takeProgress(ctx.db, version)
  if (progress === undefined) throw new Error(`no progress of calendar version ${version}`)
  return progress
}

/** The earliest day that any version since the last one worked in counts otherwise than the version before it. */
async function firstDayToMove(ctx: Ctx, version: number): Promise<Day | undefined> {
  let earliest: Day | undefined
  let before = await readCalendar(ctx.db, await lastFinishedVersion(ctx.db))
  for (let each = before.version + 1; each <= version; each++) {
    const after = await readCalendar(ctx.db, each)
    const day = firstChangedDay(before, after)
    if (day !== undefined && (earliest === undefined || day < earliest)) earliest = day
    before = after
  }
  return earliest
}

async function calendarAt(ctx: Ctx, version: number): Promise<WorkingCalendar> {
  const { legalCalendar } = ctx.services
  if (legalCalendar.version === version) return legalCalendar.calendar
  const record: CalendarRecord = await readCalendar(ctx.db, version)
  return calendarOf(record, 'provisional')
}

interface Recounted {
  readonly clock: OpenClock
  readonly name: string
  readonly purpose: string
  readonly dueAt: Date | null
  readonly provisional: boolean
  readonly stopEndsAt: Date | null
}

async function recount(ctx: Ctx, held: readonly HeldMatter[], calendar: WorkingCalendar): Promise<{ readonly timers: number; readonly moved: number; readonly failed: number }> {
  if (held.length === 0) return { timers: 0, moved: 0, failed: 0 }
  const clocks = await listOpenClocks(ctx.db, held.map(({ id }) => id))
  const failed: string[] = []
  const changed: Recounted[] = []
  for (const clock of clocks) {
    try {
      const now = recounted(clock, calendar)
      if (now !== undefined) changed.push(now)
    } catch (fault) {
      // One clock that cannot be counted stops no other (Digit-Core #1404).
      ctx.services.log.error('a due date could not be counted again', fault, { timer: clock.id })
      failed.push(clock.id)
    }
  }
  const moves = changed.flatMap((each) => moveOf(each) ?? [])
  await writeMoves(ctx.db, {
    at: ctx.now,
    calendarVersion: Number(calendar.version),
    events: eventsOf(ctx, held, moves, calendar),
    timers: changed.map(({ clock, dueAt, provisional, stopEndsAt }) => ({ id: clock.id, due_at: dueAt, provisional, stop_ends_at: stopEndsAt })),
    moves: moves.map((move) => ({ matter_id: move.matterId, timer_id: move.timerId, old_due_at: move.from, new_due_at: move.to })),
  })
  await forgetOutdated(ctx.db, failed)
  publishMoves(ctx, held, moves)
  return { timers: clocks.length, moved: moves.length, failed: failed.length }
}

/** What changed of a clock; undefined if it stands as it is stored and its process knew the calendar. */
function recounted(clock: OpenClock, calendar: WorkingCalendar): Recounted | undefined {
  const timer = parseTimer(clock.body)
  const due = dueOf(timer, calendar)
  const now = { dueAt: due.dueAt ?? null, provisional: due.provisional, stopEndsAt: stopEndOf(timer, calendar) ?? null }
  const same = sameInstant(now.dueAt, clock.dueAt) && now.provisional === clock.provisional && sameInstant(now.stopEndsAt, clock.stopEndsAt) && !clock.outdated
  return same ? undefined : { clock, name: timer.name, purpose: timer.purpose, ...now }
}

function moveOf({ clock, name, purpose, dueAt }: Recounted): Omit<DueDateMove, 'number'> | undefined {
  if (dueAt === null || clock.dueAt === null || sameInstant(dueAt, clock.dueAt)) return undefined
  return { matterId: clock.matterId, timerId: clock.id, clock: name, purpose, from: clock.dueAt.toISOString(), to: dueAt.toISOString() }
}

/** One ledger event for each matter with a move: it names the clocks, the old and new instants, and the version of the calendar. */
function eventsOf(ctx: Ctx, held: readonly HeldMatter[], moves: readonly Omit<DueDateMove, 'number'>[], calendar: WorkingCalendar): readonly Readonly<Record<string, unknown>>[] {
  const byMatter = Map.groupBy(moves, ({ matterId }) => matterId)
  const actor = actorOf(law)
  return held.flatMap(({ id, state, headSeq, headHash }) => {
    const own = byMatter.get(id)
    if (own === undefined) return []
    const seq = headSeq + 1
    const detail = { calendarVersion: Number(calendar.version), clocks: own.map(({ timerId, clock, from, to }) => ({ timer: timerId, clock, from, to })) }
    const hash = eventHash(headHash, { matterId: id, seq, at: ctx.now.toISOString(), actor, command: 'due-moved', from: state, to: state, detail })
    return [{ matter_id: id, seq, actor, command: 'due-moved', state, detail, prev_hash: headHash, hash }]
  })
}

function publishMoves(ctx: Ctx, held: readonly HeldMatter[], moves: readonly Omit<DueDateMove, 'number'>[]): void {
  const matters = new Map(held.map((matter) => [matter.id, matter]))
  for (const [kind, own] of Map.groupBy(moves, ({ matterId }) => matters.get(matterId)?.kind ?? '')) {
    for (let start = 0; start < own.length; start += movesPerEvent) {
      const some = own.slice(start, start + movesPerEvent).map((move): DueDateMove => ({ ...move, number: matters.get(move.matterId)?.number ?? '' }))
      ctx.publish(dueDateMoved, { kind, moves: some })
    }
  }
}

function sameInstant(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime()
}
