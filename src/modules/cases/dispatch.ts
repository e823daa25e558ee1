import type { Ctx } from '#kernel/contract/operation.ts'
import { recordedDraw } from '#kernel/draw/recorded-draw.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { NewAssignment } from '#kernel/matter/matter.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { listEligible, type Role } from '#modules/organisation/index.ts'
import { caseErrors } from './errors.ts'
import { openDecisionClocks } from './rules/clocks.ts'
import { type CaseStep, stepsToOpen } from './rules/route.ts'
import type { CaseRecord } from './store/cases.ts'
import { openSteps } from './store/steps.ts'

/** What dispatching changed: the route as it now is, and the tasks that begin. */
export interface Dispatched {
  readonly steps: readonly CaseStep[]
  readonly assign: readonly NewAssignment[]
  /** For the ledger: which draw chose whom for which step. */
  readonly draws: readonly { readonly step: string; readonly unitId: string; readonly drawId: string; readonly transcript: string; readonly personId: string }[]
}

/**
 * Opens the steps that are next and draws an officer for each among those of its unit who hold the role that day, never the
 * one who accepted the case (C-15). Parallel units receive at the same instant (C-22). Every draw is recorded and replayable.
 */
export async function dispatchNext(ctx: Ctx, record: CaseRecord): Promise<Dispatched> {
  const next = stepsToOpen(record.steps)
  const draws: Dispatched['draws'][number][] = []
  for (const step of next) {
    const candidates = await listEligible(ctx.db, { unitId: step.unitId, role: step.role as Role, day: dayOf(ctx.now), except: [] })
    const acceptor = record.detail.acceptor_id
    const exclude = acceptor !== null && candidates.includes(acceptor) ? [{ candidate: acceptor, reason: 'accepted-the-case' }] : []
    if (candidates.length === exclude.length) throw new Refusal(caseErrors.nobodyEligible, { unitId: step.unitId, role: step.role })
    const drawn = await recordedDraw(ctx, { matterId: record.matter.id, purpose: `dispatch:${step.key}`, candidates, count: 1, exclude })
    draws.push({ step: step.key, unitId: step.unitId, drawId: drawn.drawId, transcript: drawn.transcriptDigest, personId: drawn.selected[0] ?? '' })
  }
  await openSteps(ctx.db, record.matter.id, draws.map(({ step, drawId, personId }) => ({ key: step, drawId, personId })), ctx.now)
  const dueAt = dueInstantOf(ctx, record)
  return {
    steps: record.steps.map((step) => {
      const draw = draws.find((candidate) => candidate.step === step.key)
      return draw ? { ...step, state: 'open' as const, openedAt: ctx.now, personId: draw.personId } : step
    }),
    assign: next.map((step) => ({ task: taskOf(step.key), unitId: step.unitId, role: step.role, personId: draws.find((draw) => draw.step === step.key)?.personId, dueAt })),
    draws,
  }
}

/** The name of the assignment that a step makes. */
export function taskOf(stepKey: string): string {
  return `step:${stepKey}`
}

/** The instant by which the case is due: the earliest of its open decision clocks that has a date. */
export function dueInstantOf(ctx: Ctx, record: Pick<CaseRecord, 'matter'>): Date | undefined {
  const dues = openDecisionClocks(record.matter.timers)
    .map((timer) => dueOf(timer, ctx.services.calendar))
    .flatMap((due) => (due.stopped ? [] : [due.dueAt]))
  return dues.toSorted((a, b) => a.getTime() - b.getTime())[0]
}
