import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { signInWithPassword } from '#kernel/session/credentials.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { organisationErrors } from '../errors.ts'
import { oneLine } from '../schema.ts'
import { openStaffSession } from '../staff-session.ts'

/** A query although it opens a session: failed attempts must stay, and a token must never be kept as the answer of an idempotency key. */
export const signIn = defineOperation({
  name: 'organisation.sign-in',
  summary: 'Signs a member of staff in with password and, once enrolled, the code of the second factor',
  kind: 'query',
  http: { method: 'POST', path: '/session/staff' },
  access: 'public',
  // A whole office begins its day behind one address; what is guessed at one account is stopped by its lock.
  rate: { perMinute: 300 },
  input: z.object({ signInName: oneLine(60), password: z.string().min(1).max(200), code: z.string().regex(/^(?:\d{6})?$/).optional() }),
  output: z.object({ token: z.string(), expiresAt: z.string() }),
  refusals: [sessionErrors.wrongNameOrPassword, sessionErrors.locked, sessionErrors.codeRequired, sessionErrors.codeWrong, organisationErrors.staffUnknown, organisationErrors.notInOffice],
  examples: [{ summary: 'A clerk of the demo city', input: { signInName: 'linguodong', password: 'yimen-demo' } }],
  async run(ctx, { signInName, password, code }) {
    const principal = must(await signInWithPassword(ctx, { name: signInName, password, code }))
    const { token, expiresAt } = await openStaffSession(ctx, principal.replace(/^staff:/, ''), 'browser')
    return { token, expiresAt: instantText(expiresAt) }
  },
})
