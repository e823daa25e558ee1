import { z } from 'zod'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { permissions, type Reach, reachOf } from './access.ts'
import { supervisionErrors } from './errors.ts'
import { type MeasureCommand, measureLifecycle, type MeasureState } from './lifecycle.ts'
import { note, ShownNote, shownNotes } from './notes.ts'
import { openClock } from './rules/clocks.ts'
import { checkMeasure, measureCommandsFor } from './rules/handling.ts'
import { findMeasure, type Measure } from './store/measures.ts'

export const ShownMeasure = z.object({
  number: z.string(),
  state: z.string(),
  commands: z.array(z.string()),
  measure: z.string(),
  unitId: z.string(),
  staffId: z.string().nullable(),
  month: z.string(),
  findingNumber: z.string(),
  documentNumber: z.string().nullable(),
  issuedAt: z.string(),
  dueAt: z.string().nullable(),
  /** It rests on a year whose arrangement is not published yet (T-14). */
  provisional: z.boolean(),
  overdue: z.boolean(),
  /** The files that went with the letter, each at the finding that it is evidence of. */
  recordings: z.array(z.object({ finding: z.string(), fileId: z.string() })),
  notes: z.array(ShownNote),
})

export interface ReachedMeasure {
  readonly measure: Measure
  readonly reach: Reach
}

/** Reads a measure for this caller; who does not reach it is told that there is none. */
export async function reachMeasure(ctx: Ctx, number: string, held: boolean): Promise<ReachedMeasure> {
  const measure = await findMeasure(ctx.db, number, held)
  const reach = measure === undefined ? 'none' : reachOf(ctx.caller, measure, (await getOffice(ctx.db)).id)
  if (measure === undefined || reach === 'none') throw new Refusal(supervisionErrors.measureUnknown)
  return { measure, reach }
}

export async function shownMeasure(ctx: Ctx, { measure: record, reach }: ReachedMeasure): Promise<z.input<typeof ShownMeasure>> {
  const { matter, measure, unitId, staffId, month, findingNumber, documentNumber } = record
  const timer = openClock(matter.timers, 'answerMeasure')
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(matter))
  const dueAt = due?.dueAt
  return {
    number: matter.number,
    state: matter.state,
    commands: measureCommandsFor(reach, { state: matter.state, measure }).filter((command) => isPermitted(permissions, measureLifecycle.commands[command].permission, ctx.caller)),
    measure,
    unitId,
    staffId,
    month,
    findingNumber,
    documentNumber,
    issuedAt: instantText(record.issuedAt),
    dueAt: dueAt === undefined ? null : instantText(dueAt),
    provisional: due?.provisional ?? false,
    overdue: dueAt !== undefined && ctx.now > dueAt,
    // Whom one finding is about does not learn of those about his colleagues.
    recordings: reach === 'concerned' ? [] : record.recordings.map((recording) => ({ ...recording })),
    notes: await shownNotes(ctx, matter.id),
  }
}

/** What one command does to a measure. */
export interface MeasureEffect extends MatterEffect<MeasureState> {
  readonly text: string
}

/** Makes POST /measures/{number}/{command}. */
export const defineMeasureCommand = defineMatterCommands({
  lifecycle: measureLifecycle,
  path: '/measures',
  exampleNumber: 'DC202609070001',
  output: ShownMeasure,
  refusals: [supervisionErrors.measureUnknown, supervisionErrors.notYourPart, supervisionErrors.noTalk, supervisionErrors.talkIsHeld],
  reach: reachMeasure,
  matterOf: ({ measure }: ReachedMeasure) => measure.matter,
  check: (_ctx, { measure, reach }, command) => must(checkMeasure(command, reach, measure.measure)),
  apply: (ctx, { measure }, command, effect: MeasureEffect) => applyEffect(ctx, measure, command, effect),
  show: shownMeasure,
})

async function applyEffect(ctx: Ctx, { matter }: Measure, command: MeasureCommand, { text, ...step }: MeasureEffect): Promise<void> {
  await recordStep(ctx, measureLifecycle, matter, { command, ...step })
  await note(ctx, matter.id, command, text)
}
