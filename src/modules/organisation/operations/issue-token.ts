import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { recordAccess } from '#kernel/session/access-log.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { organisationErrors } from '../errors.ts'
import { StaffNo } from '../schema.ts'
import { openStaffSession } from '../staff-session.ts'

/** A query for the reason of sign-in: a token must never be kept as the answer of an idempotency key. */
export const issueToken = defineOperation({
  name: 'organisation.issue-token',
  summary: 'Issues a bearer token to another system that acts as a member of staff with the roles of today and ends when one of them does; the access log names who issued it',
  kind: 'query',
  http: { method: 'POST', path: '/staff/{staffId}/tokens', status: 201 },
  access: { permission: 'organisation:issue-token' },
  input: z.object({ staffId: StaffNo }),
  output: z.object({ token: z.string(), name: z.string(), expiresAt: z.string() }),
  refusals: [organisationErrors.staffUnknown, organisationErrors.notInOffice],
  examples: [{ summary: 'A token for a window clerk', input: { staffId: 'HD0148' } }],
  async run(ctx, { staffId }) {
    const { caller, token, expiresAt } = await openStaffSession(ctx, staffId, 'token')
    await recordAccess(ctx.db, { at: ctx.now, actor: actorOf(caller), act: 'sign-in', purpose: 'token', detail: { issuedBy: actorOf(ctx.caller) } })
    return { token, name: caller.name, expiresAt: instantText(expiresAt) }
  },
})
