import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { publicationErrors } from './errors.ts'
import { type RecordCommand, recordLifecycle, type RecordState } from './lifecycle.ts'
import { getRecordFor, type Reached, factsOf, ShownRecord, shownRecord } from './record-view.ts'
import { checkHandling } from './rules/handling.ts'
import { taskNames } from './tasks.ts'
import { type PublicRecord, type RecordChange, updateRecord } from './store/records.ts'

/** What one command does to a record. */
export interface Effect extends MatterEffect<RecordState> {
  readonly change?: RecordChange
}

/** Makes POST /public-records/{number}/{command}. */
export const defineRecordCommand = defineMatterCommands({
  lifecycle: recordLifecycle,
  path: '/public-records',
  exampleNumber: 'GK202609070001',
  output: ShownRecord,
  refusals: [publicationErrors.recordUnknown, publicationErrors.notEditor, publicationErrors.notReviewer, publicationErrors.ownDraft],
  reach: getRecordFor,
  matterOf: ({ record }: Reached) => record.matter,
  check: (_ctx, { record, who }, command) => must(checkHandling(command, who, factsOf(record))),
  apply: (ctx, { record }, command, effect: Effect) => applyEffect(ctx, record, command, effect),
  show: shownRecord,
})

/** Records a step of a record; every step ends the tasks before it, and `assign` names the next one. */
export async function applyEffect(ctx: Ctx, record: PublicRecord, command: RecordCommand, { change, ...step }: Effect): Promise<void> {
  const { edition } = record.text
  const ends = command === 'add-channel' || command === 'save' ? [] : Object.values(taskNames)
  await recordStep(ctx, recordLifecycle, record.matter, { command, ...step, detail: { edition, ...step.detail }, endTasks: ends })
  if (change !== undefined) await updateRecord(ctx.db, record.matter.id, change)
}
