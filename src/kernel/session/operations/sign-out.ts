import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { recordAccess } from '../access-log.ts'
import { closeSessionOf } from '../sessions.ts'

/** Ends the session of this browser or token; other sessions of the same person go on. */
export const signOut = defineOperation({
  name: 'kernel.sign-out',
  summary: 'Signs the caller out of this session',
  kind: 'command',
  http: { method: 'DELETE', path: '/session' },
  access: 'signed-in',
  input: z.object({}),
  output: z.object({ signedOut: z.literal(true) }),
  refusals: [],
  examples: [{ summary: 'Signs out', input: {} }],
  async run({ db, caller, now }) {
    await closeSessionOf(db, caller, now)
    await recordAccess(db, { at: now, actor: actorOf(caller), act: 'sign-out' })
    return { signedOut: true as const }
  },
})
