import { actorOf, law } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { eventHash } from '#kernel/ledger/hash-chain.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { dayNumberOf } from '#kernel/time/day.ts'
import { TimeLimit } from '#kernel/time/limits.ts'
import { arm, dueOf, parseTimer, stopEndOf, type Timer } from '#kernel/time/timer.ts'
import type { Whereabouts } from './place.ts'
import { forgetOutdated, type HeldMatter, listOpenClocks, type OpenClock, type PlainClock, writeMoves } from './recompute-store.ts'

/** The event that says which clocks a change of the calendar moved; listeners tell the parties. */
export const dueDateMoved = 'kernel.due-date-moved'

/** One clock that moved, as the event names it; instants as ISO text. */
export interface DueDateMove {
  readonly matterId: string
  readonly number: string
  readonly clock: string
  readonly from: string
  readonly to: string
}

type MovedClock = Omit<DueDateMove, 'number'> & { readonly timerId: string }

/** The calendars of one version, by where a matter is. */
export interface Calendars {
  readonly version: number
  readonly of: (matter: Whereabouts) => WorkingCalendar
}

/** How many clocks a batch looked at, moved, and could not count. */
export interface Recount {
  readonly timers: number
  readonly moved: number
  readonly failed: number
}

const movesPerEvent = 100
const byLaw = actorOf(law)

/** What follows from a clock and a calendar, as it is stored. */
interface Standing {
  readonly dueAt: Date | null
  readonly provisional: boolean
  readonly stopEndsAt: Date | null
}

interface Recounted extends Standing {
  readonly clock: OpenClock
}

/** Counts the open clocks of matters that the caller holds again and writes what changed, with one ledger event for each matter that moved. */
export async function recount(ctx: Ctx, held: readonly HeldMatter[], calendars: Calendars): Promise<Recount> {
  if (held.length === 0) return { timers: 0, moved: 0, failed: 0 }
  const clocks = await listOpenClocks(ctx.db, held.map(({ id }) => id))
  const matters = new Map(held.map((matter) => [matter.id, matter]))
  const failed: string[] = []
  const changed: Recounted[] = []
  for (const clock of clocks) {
    const matter = matters.get(clock.matterId)
    if (matter === undefined) continue
    try {
      const now = standingOf(clock, calendars.of(matter))
      if (clock.outdated || differs(now, clock)) changed.push({ clock, ...now })
    } catch (fault) {
      // One clock that cannot be counted stops no other (Digit-Core #1404).
      ctx.services.log.error('a due date could not be counted again', fault, { timer: clock.id })
      failed.push(clock.id)
    }
  }
  const moves = changed.flatMap((each) => moveOf(each) ?? [])
  await writeMoves(ctx.db, {
    at: ctx.now,
    calendarVersion: calendars.version,
    actor: byLaw,
    events: eventsOf(ctx, held, moves, calendars.version),
    timers: changed.map(({ clock, dueAt, provisional, stopEndsAt }) => ({ id: clock.id, due_at: dueAt, old_due_at: clock.dueAt, provisional, stop_ends_at: stopEndsAt })),
  })
  await forgetOutdated(ctx.db, failed)
  publishMoves(ctx, matters, moves)
  return { timers: clocks.length, moved: moves.length, failed: failed.length }
}

function standingOf({ plain, body }: OpenClock, calendar: WorkingCalendar): Standing {
  if (plain !== null) return standingOfPlain(plain, calendar)
  return standing(parseTimer(body), calendar)
}

function standing(timer: Timer, calendar: WorkingCalendar): Standing {
  const due = dueOf(timer, calendar)
  return { dueAt: due.dueAt ?? null, provisional: due.provisional, stopEndsAt: due.stopped ? (stopEndOf(timer, calendar) ?? null) : null }
}

/** What each calendar gave for the plain clocks so far; gone with the calendar. */
const knownStandings = new WeakMap<WorkingCalendar, Map<string, Standing>>()

/** A clock that was never stopped or extended is due by its budget and the day of its anchor alone, so thousands share one answer. */
function standingOfPlain({ unit, value, anchorAt }: PlainClock, calendar: WorkingCalendar): Standing {
  const anchor = new Date(anchorAt)
  const key = `${unit} ${value} ${dayNumberOf(anchor)}`
  const known = knownStandings.get(calendar) ?? new Map<string, Standing>()
  const found = known.get(key) ?? standing(plainTimer(TimeLimit.parse({ unit, value: Number(value) }), anchor), calendar)
  knownStandings.set(calendar, known.set(key, found))
  return found
}

function plainTimer(budget: TimeLimit, anchorAt: Date): Timer {
  return must(arm({ id: 'plain', purpose: 'legal', name: 'plain', budget, anchorAt, party: { kind: 'unit' } }))
}

function differs(now: Standing, before: Standing): boolean {
  return !sameInstant(now.dueAt, before.dueAt) || now.provisional !== before.provisional || !sameInstant(now.stopEndsAt, before.stopEndsAt)
}

function moveOf({ clock, dueAt }: Recounted): MovedClock | undefined {
  if (dueAt === null || clock.dueAt === null || sameInstant(dueAt, clock.dueAt)) return undefined
  return { matterId: clock.matterId, timerId: clock.id, clock: clock.name, from: clock.dueAt.toISOString(), to: dueAt.toISOString() }
}

/** One ledger event for each matter with a move: it names the clocks, the old and new instants, and the version of the calendar. */
function eventsOf(ctx: Ctx, held: readonly HeldMatter[], moves: readonly MovedClock[], calendarVersion: number): readonly Readonly<Record<string, unknown>>[] {
  const byMatter = Map.groupBy(moves, ({ matterId }) => matterId)
  const at = ctx.now.toISOString()
  return held.flatMap(({ id, state, headSeq, headHash }) => {
    const own = byMatter.get(id)
    if (own === undefined) return []
    const seq = headSeq + 1
    const detail = { calendarVersion, clocks: own.map(({ timerId, clock, from, to }) => ({ timer: timerId, clock, from, to })) }
    const hash = eventHash(headHash, { matterId: id, seq, at, actor: byLaw, command: 'due-moved', from: state, to: state, detail })
    return [{ matter_id: id, detail, prev_hash: headHash, hash }]
  })
}

function publishMoves(ctx: Ctx, matters: ReadonlyMap<string, HeldMatter>, moves: readonly MovedClock[]): void {
  for (const [kind, own] of Map.groupBy(moves, ({ matterId }) => matters.get(matterId)?.kind ?? '')) {
    for (let start = 0; start < own.length; start += movesPerEvent) {
      const some = own.slice(start, start + movesPerEvent).map(({ matterId, clock, from, to }): DueDateMove => ({ matterId, number: matters.get(matterId)?.number ?? '', clock, from, to }))
      ctx.publish(dueDateMoved, { kind, moves: some })
    }
  }
}

function sameInstant(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime()
}
