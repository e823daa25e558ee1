import { law } from '#kernel/access/caller.ts'
import { listEvidence } from '#kernel/evidence/evidence.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { mustHaveLapsed } from '../must-have-lapsed.ts'
import { clockNames } from '../rules/clocks.ts'
import { takeAcceptance } from '../take-acceptance.ts'
import { defineCaseCommand } from './case-command.ts'

/** Silence accepts: no notice within the limit after receipt, so the case is accepted from the day of receipt (行政许可法 art. 32(4); C-01). */
export const deemAccepted = defineCaseCommand({
  name: 'cases.deem-accepted',
  command: 'deem-accepted',
  summary: 'Accepts a case by law after the office kept silent',
  internal: true,
  fields: {},
  refusals: [caseErrors.notLapsed],
  async run(ctx, record) {
    mustHaveLapsed(ctx, record, clockNames.acceptanceNotice)
    const evidence = await listEvidence(ctx.db, record.matter.id)
    return takeAcceptance(ctx, record, await itemOf(ctx, record), { command: 'deem-accepted', at: record.detail.received_at, acceptorId: null, actor: law, evidence })
  },
})
