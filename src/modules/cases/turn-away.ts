import type { Ctx } from '#kernel/contract/operation.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import type { CaseDocumentKind } from './documents/templates.ts'
import { itemOf } from './item-of.ts'
import { issueCaseDocument } from './issue-document.ts'
import type { CaseCommand, CaseState } from './lifecycle.ts'
import type { CommandResult } from './operations/case-command.ts'
import { recordCaseStep } from './record-step.ts'
import { clockNames, done } from './rules/clocks.ts'
import { noteServed } from './note-served.ts'
import type { CaseRecord } from './store/cases.ts'
import { tellParties } from './tell-parties.ts'

export interface TurningAway {
  readonly command: CaseCommand
  readonly to: CaseState
  readonly document: CaseDocumentKind
  readonly data: DocumentData
}

/** Ends a case at the door, always with a written, dated, sealed notice that gives the reason (行政许可法 art. 32; C-03). */
export async function turnAway(ctx: Ctx, record: CaseRecord, turning: TurningAway): Promise<CommandResult> {
  const item = await itemOf(ctx, record)
  const ended = done(record.matter.timers, [clockNames.acceptanceNotice, clockNames.preReview, clockNames.forwarding], ctx.now)
  const document = await issueCaseDocument(ctx, record, { kind: turning.document, item, data: turning.data })
  const changed = await recordCaseStep(ctx, record, { command: turning.command, to: turning.to, outcome: turning.to, timers: ended, endTasks: ['accept'], detail: { document: document.number } })
  await noteServed(ctx, changed, item, 'close')
  await tellParties(ctx, changed, 'turnedAway')
  ctx.publish('cases.case-closed', { matterId: record.matter.id, number: record.matter.number })
  return { record: changed, documents: [document] }
}
