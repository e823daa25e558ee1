import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { reachComplaint, ShownComplaint, shownComplaint } from '../complaint-view.ts'
import { supervisionErrors } from '../errors.ts'
import { ComplaintNumber } from '../schema.ts'

export const getComplaint = defineOperation({
  name: 'supervision.get-complaint',
  summary: 'Shows a complaint to whoever filed it, to the inspectors and to the supervisors, never with the name',
  kind: 'query',
  http: { method: 'GET', path: '/service-complaints/{number}' },
  access: { permission: 'supervision:read-complaints' },
  input: z.object({ number: ComplaintNumber }),
  output: ShownComplaint,
  refusals: [supervisionErrors.complaintUnknown],
  examples: [{ summary: 'The first complaint of a day', input: { number: 'FT202609070001' } }],
  run: async (ctx, { number }) => shownComplaint(ctx, await reachComplaint(ctx, number, false)),
})
