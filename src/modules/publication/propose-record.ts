import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { insertProposal } from './store/proposals.ts'
import { tellEditors } from './tasks.ts'

export interface RecordProposal {
  /** The unit that holds what ought to be published. */
  readonly unitId: string
  readonly title: string
  /** Why; names no applicant. */
  readonly ground: string
  readonly sourceNumber: string | null
}

/** Proposes to a unit what it ought to publish of its own accord, in the transaction of whoever found that out: the other side of O-16. */
export async function proposeRecord(ctx: Ctx, proposal: RecordProposal): Promise<string> {
  await getUnit(ctx.db, proposal.unitId)
  const id = newId(ctx.now.getTime())
  await insertProposal(ctx.db, { id, ...proposal, proposedAt: ctx.now })
  await tellEditors(ctx, { unitId: proposal.unitId, matterId: null }, 'record-proposed', { title: proposal.title })
  return id
}
