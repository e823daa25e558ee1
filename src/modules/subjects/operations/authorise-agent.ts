import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { isOwn } from '../access.ts'
import { subjectErrors } from '../errors.ts'
import { findSubjectByNumber, openSubject, program } from '../open-subject.ts'
import { checkAssurance, levelOfNumber } from '../rules/assurance.ts'
import { AuthorisationScope, oneLine } from '../schema.ts'
import { insertAuthorisation } from '../store/authorisations.ts'
import { getSubject } from '../store/subjects.ts'

export const authoriseAgent = defineOperation({
  name: 'subjects.authorise-agent',
  summary: 'A person or legal representative, signed in at level 3, or a clerk on a paper, authorises an agent for items or themes between two days',
  kind: 'command',
  http: { method: 'POST', path: '/agent-authorisations', status: 201 },
  access: { permission: 'subjects:authorise' },
  rate: { perMinute: 60 },
  input: z.object({
    principalId: z.uuid(),
    /** Both must be those of one registered person, so that nobody can ask who is registered. */
    agent: z.object({ name: oneLine(2, 50), idNumber: oneLine(5, 20) }),
    scope: AuthorisationScope,
    from: Day,
    to: Day,
    /** Number or file of the written authorisation; a clerk must give it. */
    documentId: oneLine(1, 100).optional(),
  }),
  output: z.object({ id: z.uuid() }),
  refusals: [subjectErrors.unknown, subjectErrors.stepUpRequired, subjectErrors.agentUnknown, subjectErrors.ownAgent, subjectErrors.periodInvalid, subjectErrors.authorisationDocumentMissing],
  examples: [
    {
      summary: 'For two themes',
      input: {
        principalId: '01999999-0000-7000-8000-000000000000',
        agent: { name: '谭永安', idNumber: '440114199809130130' },
        scope: { kind: 'themes', themes: ['th-16', 'th-18'] },
        from: '2026-10-01',
        to: '2027-09-30',
      },
    },
  ],
  async run(ctx, { principalId, agent, scope, from, to, documentId }) {
    if (to < from || to < dayOf(ctx.now)) throw new Refusal(subjectErrors.periodInvalid, {}, [{ pointer: '/to', code: subjectErrors.periodInvalid.code }])
    await checkGrantor(ctx, principalId, documentId)
    const agentId = await findAgent(ctx, agent)
    if (agentId === principalId) throw new Refusal(subjectErrors.ownAgent)
    const id: string = newId(ctx.now.getTime())
    await insertAuthorisation(ctx.db, { id, principalId, agentId, scope, from, to, documentId: documentId ?? `online:${id}`, grantedBy: actorOf(ctx.caller), grantedAt: ctx.now })
    return { id }
  },
})

/** The principal in person or the legal representative, surely known (D-14); a clerk needs the paper (民法典 art. 165). */
async function checkGrantor(ctx: Ctx, principalId: string, documentId: string | undefined): Promise<void> {
  const { caller } = ctx
  const principal = await getSubject(ctx.db, principalId)
  if (principal.forgotten) throw new Refusal(subjectErrors.unknown)
  if (caller.kind === 'person') {
    if (!isOwn(caller.id, principal)) throw new Refusal(subjectErrors.unknown)
    must(checkAssurance(levelOfNumber(caller.level), 'L3'))
  } else if (documentId === undefined) {
    throw new Refusal(subjectErrors.authorisationDocumentMissing, {}, [{ pointer: '/documentId', code: subjectErrors.authorisationDocumentMissing.code }])
  }
}

async function findAgent(ctx: Ctx, agent: { readonly name: string; readonly idNumber: string }): Promise<string> {
  const found = await findSubjectByNumber(ctx, agent.idNumber)
  if (found === undefined || found.kind !== 'person') throw new Refusal(subjectErrors.agentUnknown)
  const facts = await openSubject({ ...ctx, caller: program }, found.id, { purpose: 'authorisation' })
  if (facts.name !== agent.name) throw new Refusal(subjectErrors.agentUnknown)
  return found.id
}
