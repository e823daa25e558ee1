import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { subjectErrors } from '../errors.ts'
import { knownFacts } from '../known-facts.ts'
import { KnownFactsAnswer, UNMASK_PURPOSES } from '../schema.ts'
import { wasIdentifiedBy } from '../store/identified.ts'
import { getSubject } from '../store/subjects.ts'

/** How long somebody who showed his document counts as standing at the window. */
const presentForMinutes = 60

export const readKnownFacts = defineOperation({
  name: 'subjects.read-known-facts',
  summary: 'What the office knows of a person whose document the clerk has just read, or of the organisation he represents, to fill in a form; recorded',
  kind: 'command',
  http: { method: 'POST', path: '/subjects/{id}/known-facts' },
  access: { permission: 'subjects:register' },
  input: z.object({ id: z.uuid(), purpose: z.enum(UNMASK_PURPOSES) }),
  output: KnownFactsAnswer,
  refusals: [subjectErrors.unknown, subjectErrors.forgotten],
  examples: [{ summary: 'To fill in his form', input: { id: '01999999-0000-7000-8000-000000000000', purpose: 'acceptance' } }],
  async run(ctx, { id, purpose }) {
    const subject = await getSubject(ctx.db, id)
    const since = new Date(ctx.now.getTime() - presentForMinutes * 60_000)
    const subjectIds = [subject.id, subject.legalRepresentativeId].filter((one) => one !== null)
    const present = await wasIdentifiedBy(ctx.db, { subjectIds, actor: actorOf(ctx.caller), since })
    if (!present) throw new Refusal(subjectErrors.unknown)
    return { facts: await knownFacts(ctx, id, { purpose }) }
  },
})
