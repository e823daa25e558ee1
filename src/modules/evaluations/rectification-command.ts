import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { evaluationErrors } from './errors.ts'
import { type RectificationCommand, rectificationLifecycle, type RectificationState } from './lifecycle.ts'
import { handlingTask } from './open-rectification.ts'
import { getRectificationFor, type Reached, ShownRectification, shownRectification } from './rectification-view.ts'
import { checkHandling } from './rules/handling.ts'
import { insertNotes, type Rectification, type RectificationChange, updateRectification } from './store/rectifications.ts'

/** What one command does to a rectification. */
export interface Effect extends MatterEffect<RectificationState> {
  readonly change?: RectificationChange
  readonly notes?: readonly { readonly text: string; readonly published: boolean }[]
}

/** Makes POST /rectifications/{number}/{command}. */
export const defineRectificationCommand = defineMatterCommands({
  lifecycle: rectificationLifecycle,
  path: '/rectifications',
  exampleNumber: 'HPZG202609070001',
  output: ShownRectification,
  refusals: [evaluationErrors.rectificationUnknown, evaluationErrors.ownReview, evaluationErrors.officeDecides],
  reach: getRectificationFor,
  matterOf: ({ record }: Reached) => record.matter,
  check: (_ctx, { record, reach }, command) => must(checkHandling(command, reach, { ...record, state: record.matter.state })),
  apply: (ctx, { record }, command, effect: Effect) => applyEffect(ctx, record, command, effect),
  show: shownRectification,
})

/** Records a step of a rectification with all that goes with it. */
export async function applyEffect(ctx: Ctx, record: Rectification, command: RectificationCommand, effect: Effect): Promise<void> {
  const { change, notes = [], ...step } = effect
  const closes = rectificationLifecycle.states[step.to].phase === 'closed'
  await recordStep(ctx, rectificationLifecycle, record.matter, { command, ...step, ...(closes && { endTasks: [handlingTask] }) })
  if (change !== undefined) await updateRectification(ctx.db, record.matter.id, change)
  await insertNotes(
    ctx.db,
    record.matter.id,
    await Promise.all(
      notes.map(async ({ text, published }) => ({
        id: newId(ctx.now.getTime()),
        command,
        published,
        sealedText: await ctx.services.vault.seal(ctx.db, record.evaluatorId, text),
        notedAt: ctx.now,
      })),
    ),
  )
  if (closes) ctx.publish('evaluations.rectification-closed', { matterId: record.matter.id, number: record.matter.number, outcome: step.outcome ?? null })
}
