import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { subjectErrors } from '../errors.ts'
import { getNamedPerson, SignedIn, signPersonIn } from '../person-session.ts'
import { SubjectKey } from '../schema.ts'

/**
 * For the demo city and for tests: nobody may make himself a token to act as a citizen, an administrator neither, so it has no
 * address. A query for the reason of sign-in: a token must never be kept as the answer of an idempotency key.
 */
export const issueToken = defineOperation({
  name: 'subjects.issue-token',
  summary: 'Issues a bearer token that acts as a person, at the level of registration; the access log names who issued it',
  kind: 'query',
  access: { permission: 'subjects:issue-token' },
  input: z.object({ personId: z.uuid().optional(), key: SubjectKey.max(60).optional() }),
  output: SignedIn,
  refusals: [subjectErrors.unknown],
  examples: [{ summary: 'For an invented person', input: { key: 'zhang-xiaomei' } }],
  async run(ctx, input) {
    const subject = await getNamedPerson(ctx, input)
    return signPersonIn(ctx, subject, { level: subject.assuranceLevel, kind: 'token', purpose: 'token' })
  },
})
