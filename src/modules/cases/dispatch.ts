import type { Ctx } from '#kernel/contract/operation.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { recordedDraw } from '#kernel/draw/recorded-draw.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter, NewAssignment } from '#kernel/matter/matter.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { listEligible, type Role } from '#modules/organisation/index.ts'
import { caseErrors } from './errors.ts'
import { openDecisionClocks } from './rules/clocks.ts'
import { type CaseStep, stepsToOpen } from './rules/route.ts'
import { openStepClocks, stepClock } from './rules/step-clocks.ts'
import { caseSettings } from './settings.ts'
import type { CaseRecord } from './store/cases.ts'
import { openSteps } from './store/steps.ts'

/** What dispatching changed: the route as it now is, and the tasks that begin. */
export interface Dispatched {
  readonly steps: readonly CaseStep[]
  readonly assign: readonly NewAssignment[]
  /** The clocks of the steps that open. */
  readonly timers: readonly Timer[]
  /** For the ledger: which draw chose whom for which step. */
  readonly draws: readonly { readonly step: string; readonly unitId: string; readonly drawId: string; readonly transcript: string; readonly personId: string }[]
}

/**
 * Opens the steps that are next and draws an officer for each among those of its unit who hold the role that day, never the
 * one who accepted the case (C-15). Parallel units receive at the same instant (C-22). Every draw is recorded and replayable.
 * The law does not wait for staff: where it moves the case and nobody is there, the step opens for the unit.
 */
export async function dispatchNext(ctx: Ctx, record: CaseRecord, item: ItemVersion): Promise<Dispatched> {
  const next = stepsToOpen(record.steps)
  const draws: Dispatched['draws'][number][] = []
  const eligible = await readEligible(ctx, next)
  for (const [index, step] of next.entries()) {
    const candidates = eligible[index] ?? []
    const acceptor = record.detail.acceptor_id
    const exclude = acceptor !== null && candidates.includes(acceptor) ? [{ candidate: acceptor, reason: 'accepted-the-case' }] : []
    if (candidates.length === exclude.length) {
      if (ctx.caller.kind === 'system') continue
      throw new Refusal(caseErrors.nobodyEligible, { unitId: step.unitId, role: step.role })
    }
    const drawn = await recordedDraw(ctx, { matterId: record.matter.id, purpose: `dispatch:${step.key}`, candidates, count: 1, exclude })
    draws.push({ step: step.key, unitId: step.unitId, drawId: drawn.drawId, transcript: drawn.transcriptDigest, personId: drawn.selected[0] ?? '' })
  }
  const drawOf = (step: CaseStep): Dispatched['draws'][number] | undefined => draws.find((draw) => draw.step === step.key)
  await openSteps(ctx.db, record.matter.id, next.map((step) => ({ key: step.key, drawId: drawOf(step)?.drawId ?? null, personId: drawOf(step)?.personId ?? null })), ctx.now)
  const opened = next.map((step) => ({ ...step, state: 'open' as const, openedAt: ctx.now, personId: drawOf(step)?.personId ?? null }))
  // In a special procedure no time of the office runs: the clocks of steps that open then start when the case resumes.
  const timers = record.matter.state === 'suspended' ? [] : clocksOfSteps(ctx, record, item, opened)
  return {
    steps: record.steps.map((step) => opened.find((one) => one.key === step.key) ?? step),
    assign: opened.map((step) => ({ task: taskOf(step.key), unitId: step.unitId, role: step.role, personId: step.personId ?? undefined, dueAt: dueInstantOf(ctx, record.matter, [...openDecisionClocks(record.matter.timers), ...openStepClocks(timers, step.key)]) })),
    timers,
    draws,
  }
}

/** Who may be drawn for each of the steps, read once in a transaction; in one burst with what is read beside it. */
export function readEligible(ctx: Ctx, steps: readonly CaseStep[]): Promise<readonly (readonly string[])[]> {
  const day = dayOf(ctx.now)
  return sideBySide(steps.map(({ unitId, role }) => listEligible(ctx.db, { unitId, role: role as Role, day, except: [] })))
}

/** The clocks that steps start when they open now. */
export function clocksOfSteps(ctx: Ctx, record: CaseRecord, item: ItemVersion, steps: readonly CaseStep[]): readonly Timer[] {
  const start = { id: () => newId(ctx.now.getTime()), at: ctx.now, decidingUnitId: record.matter.leadUnitId ?? item.department, acceptedAt: record.detail.accepted_at ?? ctx.now, rules: settingsAt(ctx, caseSettings) }
  return steps.flatMap((step) => stepClock(item, step, start))
}

/** The name of the assignment that a step makes. */
export function taskOf(stepKey: string): string {
  return `step:${stepKey}`
}

/** The earliest instant at which one of the clocks is due, of those that have a date. */
export function dueInstantOf(ctx: Ctx, matter: Matter, clocks: readonly Timer[]): Date | undefined {
  const dues = clocks
    .map((timer) => dueOf(timer, ctx.services.legalCalendar.of(matter)))
    .flatMap((due) => (due.stopped ? [] : [due.dueAt]))
  return dues.toSorted((a, b) => a.getTime() - b.getTime())[0]
}
