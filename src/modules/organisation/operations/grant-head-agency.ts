import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import { checkNewAgency } from '../rules/head.ts'
import { HEAD_POWERS, type HeadAgency, Key, StaffNo } from '../schema.ts'
import { insertAgency, lockAgencies } from '../store/heads.ts'
import { findMembers } from '../store/roles.ts'

export const grantHeadAgency = defineOperation({
  name: 'organisation.grant-head-agency',
  summary: 'The head of a unit lets a deputy use all or some of the powers of the head between two days',
  kind: 'command',
  http: { method: 'POST', path: '/units/{unitId}/head-agencies', status: 201 },
  access: { permission: 'organisation:grant-agency' },
  input: z
    .object({ unitId: Key, deputyId: StaffNo, powers: z.union([z.literal('all'), z.array(z.enum(HEAD_POWERS)).min(1)]), from: Day, to: Day })
    .refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'organisation.past-day' } }),
  output: z.object({ id: z.string() }),
  refusals: [organisationErrors.pastDay, organisationErrors.agencyNotGrantedByHead, organisationErrors.agencyDeputyUnfit, organisationErrors.agencyOverlaps],
  examples: [{ summary: 'Two powers for a week', input: { unitId: 'minzheng', deputyId: 'HD0050', powers: ['extendLimit', 'stopClock'], from: '2026-10-12', to: '2026-10-16' } }],
  async run(ctx, { unitId, deputyId, powers, from, to }) {
    if (from < dayOf(ctx.now)) throw new Refusal(organisationErrors.pastDay, { from })
    const headId = ctx.caller.kind === 'staff' ? ctx.caller.id : ''
    const agency: HeadAgency = { key: newId(ctx.now.getTime()), unitKey: unitId, headStaffNo: headId, deputyStaffNo: deputyId, powers, from, to }
    const existing = await lockAgencies(ctx.db, unitId)
    must(checkNewAgency(agency, await findMembers(ctx.db, [headId, deputyId]), existing))
    await insertAgency(ctx.db, agency, ctx.now)
    await closeSessionsOf(ctx.db, `staff:${deputyId}`, ctx.now)
    return { id: agency.key }
  },
})
