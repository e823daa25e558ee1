import type { Ctx } from '#kernel/contract/operation.ts'
import type { Step } from '#kernel/matter/matter.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { type CaseCommand, type CaseState, caseLifecycle } from './lifecycle.ts'
import { type CaseDetail, type CaseRecord, updateCase } from './store/cases.ts'

/** One step of a case: the matter's step, and what changes in the case's own row beside it. */
export interface CaseStepChange extends Omit<Step, 'command' | 'to'> {
  readonly command: CaseCommand
  readonly to: CaseState
  readonly change?: Partial<CaseDetail>
}

/** Records the step in the ledger and the projection, and returns the case as it now is. */
export async function recordCaseStep(ctx: Ctx, record: CaseRecord, step: CaseStepChange): Promise<CaseRecord> {
  const { change, ...rest } = step
  const matter = await recordStep(ctx, caseLifecycle, record.matter, rest)
  if (change !== undefined && Object.keys(change).length > 0) await updateCase(ctx.db, matter.id, change)
  return { ...record, matter, detail: { ...record.detail, ...change } }
}
