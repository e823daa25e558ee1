import { law } from '#kernel/access/caller.ts'
import { closeDecision } from '../close-decision.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { mustHaveLapsed } from '../must-have-lapsed.ts'
import { clockNames } from '../rules/clocks.ts'
import { defineCaseCommand } from './case-command.ts'

/** Silence renews: a renewal filed in time and undecided at expiry is granted by law (行政许可法 art. 50; C-13). */
export const deemRenewed = defineCaseCommand({
  name: 'cases.deem-renewed',
  command: 'deem-renewed',
  summary: 'Grants a renewal by law when the certificate expires undecided',
  internal: true,
  fields: {},
  refusals: [caseErrors.notLapsed],
  async run(ctx, record) {
    mustHaveLapsed(ctx, record, clockNames.renewalExpiry)
    return closeDecision(ctx, record, await itemOf(ctx, record), { command: 'deem-renewed', result: 'approve', reasons: [], actor: law })
  },
})
