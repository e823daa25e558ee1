import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { addCalendarDays, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { parseTimer, type Timer } from '#kernel/time/timer.ts'
import { leads, unitAt } from './leading.ts'
import { type ReachedRung, type Rungs, rungsOf } from './rungs.ts'
import { type ClockToLookAt, holdDueClocks, insertSignals, type Look, type NewSignal, rungsOn, saveLooks } from './store.ts'

/** The event of one signal; listeners tell the unit, deduct points (S-03), and so on. */
export const signalRaised = 'kernel.signal-raised'

const retryMs = 3_600_000

/**
 * Looks at the clocks whose time has come: fires the rungs that were reached, in order, also those that a downtime has missed,
 * each at most once (S-01, S-02), and writes when to look again. Of the clocks of a matter only those speak that lead, and of these the
 * first for each rung: the others are looked at again the next day. A clock that cannot be counted is logged and tried in an hour.
 */
export async function raiseSignals(ctx: Ctx, limit: number): Promise<{ readonly more: boolean; readonly raised: number }> {
  const clocks = await holdDueClocks(ctx.db, ctx.now, limit)
  if (clocks.length === 0) return { more: false, raised: 0 }
  const rungs = await rungsOn(ctx.db, dayOf(ctx.now))
  const looked = clocks.map((clock) => lookAt(ctx, clock, rungs))
  const signals = firstOfEach(looked.flatMap(({ signals: own }) => own).toSorted((a, b) => a.reachedAt.getTime() - b.reachedAt.getTime()))
  const raised = await insertSignals(ctx.db, signals, ctx.now)
  await saveLooks(ctx.db, looked.map(({ look }) => look), { at: ctx.now, nextDay: instantAtStartOf(addCalendarDays(dayOf(ctx.now), 1)) })
  const byId = new Map(clocks.map((clock) => [clock.id, clock]))
  for (const signal of signals) {
    const clock = byId.get(signal.timerId)
    if (!raised.has(signal.id) || clock === undefined) continue
    ctx.publish(signalRaised, { signalId: signal.id, rung: signal.rung, matterId: clock.matterId, number: clock.number, kind: clock.kind, timerId: clock.id, leadUnitId: clock.leadUnitId, reachedAt: signal.reachedAt.toISOString() })
  }
  return { more: clocks.length === limit, raised: raised.size }
}

interface Looked {
  readonly signals: readonly NewSignal[]
  readonly look: Look
}

function lookAt(ctx: Ctx, clock: ClockToLookAt, rungs: Rungs): Looked {
  try {
    const timer = parseTimer(clock.body)
    const generation = generationOf(timer)
    const reached = rungsOf(timer, ctx.services.legalCalendar.of(clock), rungs)
    const past = reached.filter(({ at }) => at <= ctx.now)
    return {
      signals: leads(timer, clock.others) ? past.map((each) => signalOf(ctx, clock, each, timer)) : [],
      look: { timerId: clock.id, generation, reached: past.map(({ rung }) => rung.name), nextAt: reached[past.length]?.at ?? null },
    }
  } catch (fault) {
    ctx.services.log.error('the signals of a clock could not be computed', fault, { timer: clock.id })
    return { signals: [], look: { timerId: clock.id, generation: 1, reached: [], nextAt: new Date(ctx.now.getTime() + retryMs) } }
  }
}

function signalOf(ctx: Ctx, clock: ClockToLookAt, { rung, at }: ReachedRung, timer: Timer): NewSignal {
  return { id: newId<'signal'>(ctx.now.getTime()), matterId: clock.matterId, timerId: clock.id, rung: rung.name, generation: generationOf(timer), kept: rung.kept, reachedAt: at, unitId: unitAt(timer, at) ?? null }
}

/** An extended clock reaches its rungs anew. */
function generationOf({ extensions }: Timer): number {
  return extensions.length + 1
}

/** Of several clocks of one matter the one that reached a rung first (S-02). */
function firstOfEach(signals: readonly NewSignal[]): readonly NewSignal[] {
  const first = new Map<string, NewSignal>()
  for (const signal of signals) {
    const key = `${signal.matterId} ${signal.rung}`
    if (!first.has(key)) first.set(key, signal)
  }
  return [...first.values()]
}
