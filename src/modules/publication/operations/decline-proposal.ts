import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { publicationErrors } from '../errors.ts'
import { getOpenProposal } from '../open-proposal.ts'
import { Remark } from '../schema.ts'
import { decideProposal } from '../store/proposals.ts'

export const declineProposal = defineOperation({
  name: 'publication.decline-proposal',
  summary: 'Declines a proposal with the reason',
  kind: 'command',
  http: { method: 'POST', path: '/publication-proposals/{id}/decline' },
  access: { permission: 'publication:edit' },
  input: z.object({ id: z.uuid(), reason: Remark }),
  output: z.object({ id: z.string(), state: z.literal('declined') }),
  refusals: [publicationErrors.proposalUnknown, publicationErrors.proposalDecided],
  examples: [{ summary: 'Public already', input: { id: '01999999-0000-7000-8000-000000000000', reason: '该信息已在门户公开' } }],
  async run(ctx, { id, reason }) {
    await getOpenProposal(ctx, id)
    await decideProposal(ctx.db, id, { state: 'declined', by: actorOf(ctx.caller), at: ctx.now, reason })
    return { id, state: 'declined' as const }
  },
})
