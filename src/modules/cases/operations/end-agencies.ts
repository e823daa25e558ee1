import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listEndedAuthorisations } from '#modules/subjects/index.ts'
import { listLostCases } from '../ended-agency.ts'
import { listReliedAuthorisations } from '../store/agencies.ts'
import { updateCase } from '../store/cases.ts'
import { today } from './case-command.ts'

/**
 * Whoever filed a case as an agent is no party to it any more once his authorisation was taken back or has run out (C-33, 民法典
 * art. 173), unless another one carries it; the applicant stays. Safe to repeat: the second time nobody is left.
 */
export const endAgencies = defineOperation({
  name: 'cases.end-agencies',
  summary: 'Agents whose authorisation has ended see and command the cases no more that they filed under it',
  kind: 'command',
  access: { permission: 'cases:apply-law' },
  input: z.object({}),
  output: z.object({ ended: z.int() }),
  refusals: [],
  async run(ctx) {
    let ended = 0
    for (const { id } of await listEndedAuthorisations(ctx.db, await listReliedAuthorisations(ctx.db), today(ctx))) {
      for (const { caseId, parties, agentId } of await listLostCases(ctx, id)) {
        await updateCase(ctx.db, caseId, { parties: parties.filter((person) => person !== agentId) })
        ended += 1
      }
    }
    return { ended }
  },
})
