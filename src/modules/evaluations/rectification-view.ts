import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf, endOf } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { readsContact, reachOf, seesCase } from './access.ts'
import { evaluationErrors } from './errors.ts'
import { openClock } from './rules/clocks.ts'
import { commandsFor, type Reach } from './rules/handling.ts'
import { findRectification, listNotes, type Rectification } from './store/rectifications.ts'

/** A rectification as a caller of a certain reach may see it. */
export const ShownRectification = z.object({
  number: z.string(),
  state: z.string(),
  /** What this caller may do now. */
  commands: z.array(z.string()),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  contactDueAt: z.string().nullable(),
  rectifyDueAt: z.string().nullable(),
  /** One of the two rests on a year whose arrangement is not published yet and may still move (T-14). */
  dueProvisional: z.boolean(),
  handlingUnitId: z.string().nullable(),
  grade: z.number().int(),
  reasons: z.array(z.string()),
  text: z.string().nullable(),
  evaluatedOn: z.string(),
  anonymous: z.boolean(),
  excluded: z.boolean(),
  /** Null where the evaluator is anonymous, or the asker is the one who was evaluated (E-06). */
  evaluatorId: z.string().nullable(),
  /** Whether this caller may read name and telephone of the evaluator; `subjects.unmask` opens them for a recorded purpose (E-02). */
  readsContact: z.boolean(),
  /** The service that was evaluated; the number of the case tells who was served, so it is hidden where the evaluator is not to be known. */
  service: z.object({
    caseNumber: z.string().nullable(),
    serviceNumber: z.number().int().nullable(),
    kind: z.string(),
    unitId: z.string(),
    windowId: z.string().nullable(),
    staffId: z.string().nullable(),
    itemName: z.string().nullable(),
  }),
  finding: z.string().nullable(),
  callbackResult: z.string().nullable(),
  outcome: z.string().nullable(),
  notes: z.array(z.object({ command: z.string(), published: z.boolean(), at: z.string(), text: z.string().nullable() })),
})

export interface Reached {
  readonly record: Rectification
  readonly reach: Reach
}

/** Reads a rectification for this caller; who does not reach it is told that there is none. */
export async function getRectificationFor(ctx: Ctx, number: string, forUpdate: boolean): Promise<Reached> {
  const record = await findRectification(ctx.db, number, forUpdate)
  const reach = record === undefined ? 'none' : await reachTo(ctx, record)
  if (record === undefined || reach === 'none') throw new Refusal(evaluationErrors.rectificationUnknown)
  return { record, reach }
}

export async function reachTo(ctx: Ctx, { matter, unitId, staffId, evaluatorId }: Rectification): Promise<Reach> {
  const office = await getOffice(ctx.db)
  return reachOf(ctx.caller, { unitId, staffId, evaluatorId, handlingUnitId: matter.leadUnitId }, office.id)
}

/** Shows what this reach may see: the evaluated neither evaluator nor case nor notes; who handles an anonymous review no case; the evaluator himself only the published reply. */
export async function shownRectification(ctx: Ctx, { record, reach }: Reached): Promise<z.input<typeof ShownRectification>> {
  const { matter } = record
  const seesEvaluator = reach === 'evaluator' || (reach !== 'evaluated' && !record.anonymous)
  const showsCase = seesCase(ctx.caller, reach, record.anonymous)
  const notes = (await listNotes(ctx.db, matter.id)).filter((note) => note.published || (reach !== 'evaluated' && reach !== 'evaluator'))
  const boxes = [...(record.sealedText === null ? [] : [record.sealedText]), ...notes.map((note) => note.sealedText)].map((box) => ({ subjectId: record.evaluatorId, box }))
  const opened = (await ctx.services.vault.openMany<string>(ctx.db, boxes)).map((text) => (text === undefined ? null : withoutNumbers(text)))
  const noteTexts = record.sealedText === null ? opened : opened.slice(1)
  return {
    number: matter.number,
    state: matter.state,
    commands: [...commandsFor(reach, { ...record, state: matter.state })],
    openedAt: instantText(matter.openedAt),
    closedAt: matter.closedAt === null ? null : instantText(matter.closedAt),
    contactDueAt: dueText(ctx, record, 'contact'),
    rectifyDueAt: dueText(ctx, record, 'rectify'),
    dueProvisional: matter.timers.some((timer) => endOf(timer) === undefined && dueOf(timer, ctx.services.legalCalendar.of(matter)).provisional),
    handlingUnitId: matter.leadUnitId,
    grade: record.grade,
    reasons: [...record.reasons],
    text: record.sealedText === null ? null : (opened[0] ?? null),
    evaluatedOn: dayOf(record.evaluatedAt),
    anonymous: record.anonymous,
    excluded: record.excluded,
    evaluatorId: seesEvaluator ? record.evaluatorId : null,
    readsContact: readsContact(ctx.caller, reach, record),
    service: {
      caseNumber: showsCase ? record.caseNumber : null,
      serviceNumber: showsCase ? record.serviceNumber : null,
      kind: record.kind,
      unitId: record.unitId,
      windowId: record.windowId,
      staffId: record.staffId,
      itemName: record.itemName,
    },
    finding: record.finding,
    callbackResult: record.callbackResult,
    outcome: matter.outcome,
    notes: notes.map(({ command, published, notedAt }, index) => ({ command, published, at: instantText(notedAt), text: noteTexts[index] ?? null })),
  }
}

function dueText(ctx: Ctx, { matter }: Rectification, name: 'contact' | 'rectify'): string | null {
  const timer = openClock(matter.timers, name)
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(matter))
  return due === undefined || due.stopped ? null : instantText(due.dueAt)
}
