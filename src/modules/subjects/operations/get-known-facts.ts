import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { getVisibleSubject } from '../access.ts'
import { subjectErrors } from '../errors.ts'
import { knownFacts } from '../known-facts.ts'
import { levelNumber } from '../rules/assurance.ts'
import { KnownFactsAnswer } from '../schema.ts'

/** A phone number may have passed to somebody else: name and identity number are shown only to whoever proved both. */
const leastLevel = levelNumber('L2')

export const getKnownFacts = defineOperation({
  name: 'subjects.get-known-facts',
  summary: 'What the office knows of the person signed in, or of whom he may act for today, to fill in a form; reading about others is recorded',
  kind: 'query',
  http: { method: 'GET', path: '/subjects/me/facts' },
  access: { permission: 'subjects:own' },
  input: z.object({ applicantId: z.uuid().optional() }),
  output: KnownFactsAnswer,
  refusals: [subjectErrors.unknown, subjectErrors.forgotten, subjectErrors.stepUpRequired],
  examples: [{ summary: 'About oneself', input: {} }],
  async run(ctx, { applicantId }) {
    const { caller } = ctx
    if (caller.kind !== 'person') throw new Refusal(subjectErrors.unknown)
    if (caller.level < leastLevel) throw new Refusal(subjectErrors.stepUpRequired, { needed: leastLevel, level: caller.level })
    const applicant = await getVisibleSubject(ctx, applicantId ?? caller.id)
    return { facts: await knownFacts(ctx, applicant.id) }
  },
})
