import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import { endAgency, lockAgency } from '../store/heads.ts'

export const endHeadAgency = defineOperation({
  name: 'organisation.end-head-agency',
  summary: 'The head who granted an agency, or the deputy, ends it: it has no force from today on',
  kind: 'command',
  http: { method: 'POST', path: '/head-agencies/{id}/end' },
  access: 'signed-in',
  input: z.object({ id: z.string().min(1).max(64).regex(/^[\w-]+$/) }),
  output: z.object({ id: z.string(), endedOn: Day }),
  refusals: [organisationErrors.agencyUnknown, organisationErrors.agencyEnded],
  examples: [{ summary: 'An agency that is no longer needed', input: { id: 'zhengwu-shuju-2026-01-01' } }],
  async run(ctx, { id }) {
    const { caller, now } = ctx
    const { agency, ended } = await lockAgency(ctx.db, id)
    const isParty = caller.kind === 'staff' && (caller.id === agency.headStaffNo || caller.id === agency.deputyStaffNo)
    if (!isParty) throw new Refusal(organisationErrors.agencyUnknown)
    if (ended) throw new Refusal(organisationErrors.agencyEnded)
    await endAgency(ctx.db, id, now)
    await closeSessionsOf(ctx.db, `staff:${agency.deputyStaffNo}`, now)
    return { id, endedOn: dayOf(now) }
  },
})
