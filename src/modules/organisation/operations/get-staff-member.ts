import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import { HEAD_POWERS, Key, POST_RANKS, StaffNo } from '../schema.ts'
import { getMemberRecord } from '../store/member.ts'

export const getStaffMember = defineOperation({
  name: 'organisation.get-staff-member',
  summary: 'One member of staff with every role and agency that was ever given',
  kind: 'query',
  http: { method: 'GET', path: '/staff/{staffId}' },
  access: { permission: 'organisation:read-record' },
  input: z.object({ staffId: StaffNo }),
  output: z.object({
    id: StaffNo,
    name: z.string(),
    signInName: z.string(),
    unitId: Key,
    hallId: Key.nullable(),
    windowId: Key.nullable(),
    postName: z.string(),
    rank: z.enum(POST_RANKS),
    employedFrom: Day,
    employedTo: Day.nullable(),
    roles: z.array(z.object({ role: z.string(), unitId: Key, from: Day, to: Day.nullable(), assignedBy: z.string() })).readonly(),
    /** In which this member acts for the head; powers null are all. */
    agencies: z.array(z.object({ id: z.string(), unitId: Key, headName: z.string(), powers: z.array(z.enum(HEAD_POWERS)).readonly().nullable(), from: Day, to: Day, endedOn: Day.nullable() })).readonly(),
  }),
  refusals: [organisationErrors.staffUnknown],
  examples: [{ summary: 'A window clerk', input: { staffId: 'HD0148' } }],
  run: async (ctx, { staffId }) => getMemberRecord(ctx.db, staffId),
})
