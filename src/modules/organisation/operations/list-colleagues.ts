import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { pageOf, paging } from '../paging.ts'
import { StaffNo } from '../schema.ts'
import { listOfficers } from '../store/staff.ts'

/** Forms choose officers by name: who looks into a case together needs no staff list of the head. */
export const listColleagues = defineOperation({
  name: 'organisation.list-colleagues',
  summary: "Lists the members of the caller's own unit who review or approve today, by name",
  kind: 'query',
  http: { method: 'GET', path: '/staff/colleagues' },
  access: { permission: 'organisation:list-colleagues' },
  input: z.object(paging),
  output: z.object({ items: z.array(z.object({ id: StaffNo, name: z.string() })), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'All of a small unit', input: { limit: 100 } }],
  async run(ctx, { limit, cursor }) {
    if (ctx.caller.kind !== 'staff') return { items: [], nextCursor: null }
    return pageOf(await listOfficers(ctx.db, { unitId: ctx.caller.unitId, day: dayOf(ctx.now), after: cursor, limit }), limit, (member) => member.id)
  },
})
