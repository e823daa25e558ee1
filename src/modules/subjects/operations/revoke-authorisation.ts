import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import { events } from '../events.ts'
import { lockAuthorisation, revokeAuthorisationRow } from '../store/authorisations.ts'

export const revokeAuthorisation = defineOperation({
  name: 'subjects.revoke-authorisation',
  summary: 'The principal takes an authorisation back, or the agent gives it up: it has no force from today on (民法典 art. 173)',
  kind: 'command',
  http: { method: 'POST', path: '/agent-authorisations/{id}/revoke' },
  access: { permission: 'subjects:own' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), revokedOn: Day }),
  refusals: [subjectErrors.authorisationUnknown],
  examples: [{ summary: 'One authorisation', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const { caller } = ctx
    const grant = await lockAuthorisation(ctx.db, id)
    const parties = [grant.principalId, grant.agentId, grant.legalRepresentativeId]
    if (caller.kind !== 'person' || !parties.includes(caller.id)) throw new Refusal(subjectErrors.authorisationUnknown)
    const today = dayOf(ctx.now)
    await revokeAuthorisationRow(ctx.db, id, today, actorOf(caller))
    if (grant.revokedOn === null) ctx.publish(events.authorisationEnded, { id })
    return { id, revokedOn: grant.revokedOn ?? today }
  },
})
