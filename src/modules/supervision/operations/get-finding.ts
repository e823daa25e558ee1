import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { supervisionErrors } from '../errors.ts'
import { reachFinding, ShownFinding, shownFinding } from '../finding-view.ts'
import { FindingNumber } from '../schema.ts'

/** For the inspectors, the supervisors, the head of the unit and the person concerned. */
export const getFinding = defineOperation({
  name: 'supervision.get-finding',
  summary: 'Shows a finding and what the caller may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/findings/{number}' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: FindingNumber }),
  output: ShownFinding,
  refusals: [supervisionErrors.findingUnknown],
  examples: [{ summary: 'The first finding of a day', input: { number: 'JC202609070001' } }],
  run: async (ctx, { number }) => shownFinding(ctx, await reachFinding(ctx, number, false)),
})
