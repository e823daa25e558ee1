import { sql } from 'kysely'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { later } from '#kernel/db/pool.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { eventHash, genesisHash } from '#kernel/ledger/hash-chain.ts'
import { checkStep, isClosed, type Lifecycle } from '#kernel/lifecycle/lifecycle.ts'
import { dueOf, stopEndOf, type Timer } from '#kernel/time/timer.ts'
import type { EventDetail, Matter, NewMatter, Step } from './matter.ts'

/** Opens a matter with its first step, which leaves it in the state `step.to`. */
export async function openMatter(ctx: Ctx, matter: NewMatter, step: Step): Promise<Matter> {
  const opened: Matter = { ...matter, hallId: matter.hallId ?? null, state: step.to, openedAt: ctx.now, closedAt: null, outcome: null, version: 0, headSeq: 0, headHash: genesisHash(matter.id), timers: [] }
  return write(ctx, opened, { ...step, ...(matter.leadUnitId !== null && { leadUnitId: matter.leadUnitId }), from: null, closes: false })
}

/**
 * Records one step of a matter: checks it against the lifecycle, chains the ledger event and writes state, clock and
 * assignments in one call. Refuses 409 when the state does not allow the command, or when the matter moved since it was read.
 */
export async function recordStep<S extends string, C extends string>(
  ctx: Ctx,
  lifecycle: Lifecycle<S, C>,
  matter: Matter,
  step: Step & { readonly command: C; readonly to: S },
): Promise<Matter> {
  must(checkStep(lifecycle, matter.state, step.command, step.to))
  return write(ctx, matter, { ...step, from: matter.state, closes: isClosed(lifecycle as Lifecycle, step.to) })
}

/** A step with what the lifecycle says about it. */
interface CheckedStep extends Step {
  readonly from: string | null
  readonly closes: boolean
}

async function write(ctx: Ctx, matter: Matter, step: CheckedStep): Promise<Matter> {
  const { from } = step
  const seq = matter.headSeq + 1
  const event = {
    matterId: matter.id,
    seq,
    at: ctx.now.toISOString(),
    actor: actorOf(step.actor ?? ctx.caller),
    command: step.command,
    from,
    to: step.to,
    detail: withoutUndefined(detailOf(step)),
  }
  const hash = eventHash(matter.headHash, event)
  const changed: Matter = {
    ...matter,
    state: step.to,
    leadUnitId: step.leadUnitId ?? matter.leadUnitId,
    outcome: step.outcome ?? matter.outcome,
    closedAt: step.closes ? (matter.closedAt ?? ctx.now) : null,
    version: matter.version + 1,
    headSeq: seq,
    headHash: hash,
    timers: mergeTimers(matter.timers, step.timers ?? []),
  }
  await later(ctx.db, sql`SELECT record_step(${JSON.stringify({
    at: ctx.now,
    matter: matterRow(changed),
    events: [{ seq, at: event.at, actor: event.actor, command: event.command, from_state: from, to_state: step.to, detail: event.detail, prev_hash: matter.headHash, hash }],
    timers: (step.timers ?? []).map((timer) => timerRow(ctx, matter, timer)),
    segments: (step.timers ?? []).flatMap(segmentRows),
    endAssignments: step.endTasks ?? [],
    assignments: (step.assign ?? []).map((task) => ({
      id: newId(ctx.now.getTime()),
      task: task.task,
      unit_id: task.unitId,
      role: task.role,
      person_id: task.personId ?? null,
      due_at: task.dueAt ?? null,
    })),
  })}::jsonb)`)
  return changed
}

/** The detail with what the step made of the matter beside its state, so that the ledger can say what the matter ought to be. */
function detailOf({ detail, outcome, leadUnitId }: Step): EventDetail {
  if (outcome === undefined && leadUnitId === undefined) return detail ?? {}
  return { ...detail, becomes: { outcome, leadUnit: leadUnitId } }
}

/** The detail as the database will give it back: JSON drops what is undefined, and dates become text. */
function withoutUndefined(detail: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(detail)) as Record<string, unknown>
}

function mergeTimers(before: readonly Timer[], changed: readonly Timer[]): readonly Timer[] {
  const ids = new Set(changed.map((timer) => timer.id))
  return [...before.filter((timer) => !ids.has(timer.id)), ...changed]
}

function matterRow(matter: Matter): Record<string, unknown> {
  return {
    id: matter.id,
    number: matter.number,
    kind: matter.kind,
    state: matter.state,
    region_code: matter.regionCode,
    subject_id: matter.subjectId,
    item_version_id: matter.itemVersionId,
    lead_unit_id: matter.leadUnitId,
    channel: matter.channel,
    hall_id: matter.hallId,
    opened_at: matter.openedAt,
    closed_at: matter.closedAt,
    outcome: matter.outcome,
    version: matter.version,
    head_seq: matter.headSeq,
    head_hash: matter.headHash,
  }
}

function timerRow(ctx: Ctx, matter: Matter, timer: Timer): Record<string, unknown> {
  const calendar = ctx.services.legalCalendar.of(matter)
  const due = dueOf(timer, calendar)
  return {
    id: timer.id,
    purpose: timer.purpose,
    name: timer.name,
    body: timer,
    due_at: due.stopped ? null : due.dueAt,
    provisional: due.provisional,
    stopped: due.stopped,
    ended_at: timer.satisfiedAt ?? timer.voidedAt ?? timer.supersededAt ?? null,
    stop_ends_at: stopEndOf(timer, calendar) ?? null,
    counted_with: ctx.services.legalCalendar.version,
  }
}

function segmentRows(timer: Timer): readonly Record<string, unknown>[] {
  return timer.segments.map((segment, index) => ({
    timer_id: timer.id,
    seq: index + 1,
    kind: segment.kind,
    cause: segment.cause,
    party_kind: segment.party.kind,
    party_id: segment.party.id ?? null,
    started_at: segment.startedAt,
    ended_at: segment.endedAt ?? null,
  }))
}
