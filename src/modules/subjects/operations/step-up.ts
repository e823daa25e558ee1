import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { subjectErrors } from '../errors.ts'
import { SignedIn, signPersonIn } from '../person-session.ts'
import { levelNumber, levelReachedBy } from '../rules/assurance.ts'
import { STEP_UP_WAYS } from '../schema.ts'
import { getSubject } from '../store/subjects.ts'

/** A query for the reason of sign-in. The development identity provider takes every proof as given. */
export const stepUp = defineOperation({
  name: 'subjects.step-up',
  summary: 'Raises the assurance level of the person signed in by a further proof of identity, in a new session (D-14); demo city only',
  kind: 'query',
  http: { method: 'POST', path: '/session/step-up' },
  access: { permission: 'subjects:own' },
  input: z.object({ way: z.enum(STEP_UP_WAYS) }),
  output: SignedIn,
  refusals: [subjectErrors.demoOnly, subjectErrors.unknown],
  examples: [{ summary: 'By face', input: { way: 'face' } }],
  async run(ctx, { way }) {
    if (!ctx.services.config.demo || ctx.caller.kind !== 'person') throw new Refusal(subjectErrors.demoOnly)
    const level = Math.max(ctx.caller.level, levelNumber(levelReachedBy(way)))
    return signPersonIn(ctx, await getSubject(ctx.db, ctx.caller.id), { level, kind: 'browser', purpose: way })
  },
})
