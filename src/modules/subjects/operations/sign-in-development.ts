import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { subjectErrors } from '../errors.ts'
import { getNamedPerson, SignedIn, signPersonIn } from '../person-session.ts'
import { SubjectKey } from '../schema.ts'

/** The development identity provider. A query although it opens a session: a token must never be kept as the answer of an idempotency key. */
export const signInDevelopment = defineOperation({
  name: 'subjects.sign-in-development',
  summary: 'Signs an invented person of the demo city in at the level of registration; does not exist in a real city',
  kind: 'query',
  http: { method: 'POST', path: '/session/development' },
  access: 'public',
  input: z.object({ personId: z.uuid().optional(), key: SubjectKey.max(60).optional() }),
  output: SignedIn,
  refusals: [subjectErrors.demoOnly, subjectErrors.unknown],
  examples: [{ summary: 'A shop owner of the demo city', input: { key: 'zhang-xiaomei' } }],
  async run(ctx, input) {
    if (!ctx.services.config.demo) throw new Refusal(subjectErrors.demoOnly)
    const subject = await getNamedPerson(ctx, input)
    return signPersonIn(ctx, subject, { level: subject.assuranceLevel, kind: 'browser', purpose: 'development' })
  },
})
