import { z } from 'zod'
import { actorOf, holdsRole } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { proposeRecord } from '#modules/publication/index.ts'
import { disclosureErrors } from '../errors.ts'
import { RecordTitle, Statement, type WantedRecord } from '../schema.ts'
import { decideProposal as keepDecision, findProposal } from '../store/proposals.ts'

/** The head says whether a record becomes part of what is published unasked (art. 44, O-16); if so, the editors of the unit get it as a proposal of theirs. */
export const decideProposal = defineOperation({
  name: 'disclosure.decide-proposal',
  summary: 'Takes up or turns down a proposal to publish a record, with a reason',
  kind: 'command',
  http: { method: 'POST', path: '/disclosure/proposals/{id}/decision' },
  access: { permission: 'disclosure:approve' },
  input: z.object({ id: z.uuid(), accepted: z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean()), reason: Statement, title: RecordTitle.optional().describe('what it is called from now on; the words of the last applicant unless told') }),
  output: z.object({ id: z.uuid(), accepted: z.boolean() }),
  refusals: [disclosureErrors.proposalUnknown, disclosureErrors.proposalDecided],
  examples: [{ summary: 'It will be published', input: { id: '01999999-0000-7000-8000-000000000000', accepted: true, reason: '属于民生关注事项，纳入主动公开目录。' } }],
  async run(ctx, { id, accepted, reason, title }) {
    const proposal = await findProposal(ctx.db, id)
    if (proposal === undefined || !holdsRole(ctx.caller, 'disclosureHead', proposal.unitId)) throw new Refusal(disclosureErrors.proposalUnknown)
    if (proposal.decidedAt !== null) throw new Refusal(disclosureErrors.proposalDecided)
    await keepDecision(ctx.db, id, { decided_at: ctx.now, accepted, decided_by: actorOf(ctx.caller), reason })
    if (accepted) {
      const record = await ctx.services.vault.open<WantedRecord>(ctx.db, proposal.applicantId, proposal.sealedRecord)
      await proposeRecord(ctx, { unitId: proposal.unitId, title: title ?? record?.title ?? proposal.number, ground: reason, sourceNumber: proposal.number })
    }
    return { id, accepted }
  },
})
