import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { editsFor } from './access.ts'
import { publicationErrors } from './errors.ts'
import { findProposal, type Proposal } from './store/proposals.ts'

/** A proposal to the caller's own unit on which nobody has decided, held until commit. */
export async function getOpenProposal(ctx: Ctx, id: string): Promise<Proposal> {
  const proposal = await findProposal(ctx.db, id)
  if (proposal === undefined || !editsFor(ctx.caller, proposal.unitId)) throw new Refusal(publicationErrors.proposalUnknown)
  if (proposal.state !== 'open') throw new Refusal(publicationErrors.proposalDecided)
  return proposal
}
