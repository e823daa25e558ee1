import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf, isOverdue } from '#kernel/time/timer.ts'
import { getOffice, listStaffNames } from '#modules/organisation/index.ts'
import { permissions, type Reach, reachOf } from './access.ts'
import { supervisionErrors } from './errors.ts'
import { findingLifecycle } from './lifecycle.ts'
import { ShownNote, shownNotes, staffNamesOf } from './notes.ts'
import { openClock } from './rules/clocks.ts'
import { type FindingFacts, findingCommandsFor } from './rules/handling.ts'
import { EvidenceReference } from './schema.ts'
import { type Finding, findFinding, kindsOfMatters } from './store/findings.ts'
import { listMeasureRows } from './store/measures.ts'

/** A finding as whoever reaches it sees it. */
export const ShownFinding = z.object({
  number: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  /** What this caller may do now. */
  commands: z.array(z.string()),
  source: z.string(),
  grade: z.string(),
  violation: z.string(),
  unitId: z.string(),
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  windowId: z.string().nullable(),
  points: z.number().int(),
  recorder: z.string(),
  /** Null for the program. */
  recorderName: z.string().nullable(),
  evidence: z.array(EvidenceReference),
  /** The kinds of the matters among the evidence, by number. */
  matterKinds: z.record(z.string(), z.string()),
  foundAt: z.string(),
  appealUntil: z.string(),
  appealUntilProvisional: z.boolean(),
  explainDueAt: z.string().nullable(),
  appealDueAt: z.string().nullable(),
  /** A day that it is due rests on a year whose arrangement is not published yet (T-14). */
  provisional: z.boolean(),
  overdue: z.boolean(),
  measures: z.array(z.object({ number: z.string(), measure: z.string(), state: z.string() })),
  notes: z.array(ShownNote),
})

export interface ReachedFinding {
  readonly finding: Finding
  readonly reach: Reach
}

/** Reads a finding for this caller; who does not reach it is told that there is none. */
export async function reachFinding(ctx: Ctx, number: string, held: boolean): Promise<ReachedFinding> {
  const finding = await findFinding(ctx.db, number, held)
  const reach = finding === undefined ? 'none' : reachOf(ctx.caller, finding, (await getOffice(ctx.db)).id)
  if (finding === undefined || reach === 'none') throw new Refusal(supervisionErrors.findingUnknown)
  return { finding, reach }
}

/** What the rules ask of a finding, at this moment and for this caller. */
export function factsOf(ctx: Ctx, { matter, grade, appealUntil, appealedAt, recorder, closedBy }: Finding): FindingFacts {
  const explain = openClock(matter.timers, 'explain')
  const own = actorOf(ctx.caller)
  return {
    state: matter.state,
    grade,
    explanationOverdue: explain !== undefined && isOverdue(explain, ctx.services.legalCalendar.of(matter), ctx.now),
    appealOpen: ctx.now <= appealUntil,
    appealed: appealedAt !== null,
    ownWork: recorder === own || closedBy === own,
  }
}

export async function shownFinding(ctx: Ctx, { finding, reach }: ReachedFinding): Promise<z.input<typeof ShownFinding>> {
  const { matter } = finding
  const names = finding.staffId === null ? {} : await listStaffNames(ctx.db, [finding.staffId])
  const recorders = await staffNamesOf(ctx, [finding.recorder])
  const measures = await listMeasureRows(ctx.db, { scope: null, findingId: matter.id, unitId: null, month: null, state: null, before: null, limit: 100 })
  const calendar = ctx.services.legalCalendar.of(matter)
  const dues = (['explain', 'decideAppeal'] as const).map((name) => {
    const timer = openClock(matter.timers, name)
    return timer && dueOf(timer, calendar)
  })
  return {
    number: matter.number,
    state: matter.state,
    outcome: matter.outcome,
    commands: findingCommandsFor(reach, factsOf(ctx, finding)).filter((command) => isPermitted(permissions, findingLifecycle.commands[command].permission, ctx.caller)),
    source: finding.source,
    grade: finding.grade,
    violation: finding.violation,
    unitId: finding.unitId,
    staffId: finding.staffId,
    staffName: finding.staffId === null ? null : (names[finding.staffId] ?? null),
    windowId: finding.windowId,
    points: finding.points,
    recorder: finding.recorder,
    recorderName: recorders[finding.recorder] ?? null,
    evidence: [...finding.evidence],
    matterKinds: await kindsOfMatters(ctx.db, finding.evidence.flatMap((one) => (one.kind === 'matter' ? [one.reference] : []))),
    foundAt: instantText(finding.foundAt),
    appealUntil: instantText(finding.appealUntil),
    appealUntilProvisional: calendar.isProvisional(dayOf(matter.openedAt), dayOf(finding.appealUntil)),
    explainDueAt: dues[0]?.dueAt === undefined ? null : instantText(dues[0].dueAt),
    appealDueAt: dues[1]?.dueAt === undefined ? null : instantText(dues[1].dueAt),
    provisional: dues.some((due) => due?.provisional === true),
    overdue: dues.some((due) => due?.dueAt !== undefined && ctx.now > due.dueAt),
    measures: measures.map(({ number, measure, state }) => ({ number, measure, state })),
    notes: await shownNotes(ctx, matter.id),
  }
}
