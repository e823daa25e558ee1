import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { publicationErrors } from '../errors.ts'
import { getOpenProposal } from '../open-proposal.ts'
import { openRecord } from '../open-record.ts'
import { RecordFiling, RecordText } from '../schema.ts'
import { decideProposal } from '../store/proposals.ts'

export const acceptProposal = defineOperation({
  name: 'publication.accept-proposal',
  summary: 'Accepts a proposal and drafts the record of it',
  kind: 'command',
  http: { method: 'POST', path: '/publication-proposals/{id}/accept', status: 201 },
  access: { permission: 'publication:edit' },
  input: z.object({ ...RecordFiling.shape, ...RecordText.shape, id: z.uuid() }),
  output: z.object({ number: z.string() }),
  refusals: [publicationErrors.proposalUnknown, publicationErrors.proposalDecided, publicationErrors.elementsRefused, publicationErrors.identityNumberFound],
  examples: [
    {
      summary: 'The list that many asked for',
      input: { id: '01999999-0000-7000-8000-000000000000', class: 'enforcement', theme: 'inspection', title: '食品抽检不合格名单', summary: '本季度抽检不合格的食品和生产者。', body: '本季度抽检三百批次，不合格两批次。', createdOn: '2026-09-04' },
    },
  ],
  async run(ctx, { id, class: filed, theme, needsInterpretation, answersConcern, ...text }) {
    const { unitId } = await getOpenProposal(ctx, id)
    const number = await openRecord(ctx, { unitId, class: filed, theme, needsInterpretation, answersConcern, text, interprets: null, proposalId: id })
    await decideProposal(ctx.db, id, { state: 'accepted', by: actorOf(ctx.caller), at: ctx.now, reason: null })
    return { number }
  },
})
