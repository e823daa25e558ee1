import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { subjectErrors } from '../errors.ts'
import { registerOrganisation, registerPerson } from '../register.ts'
import { levelNumber } from '../rules/assurance.ts'
import { AgentAuthorisation, Organisation, Person } from '../schema.ts'
import { insertAuthorisation } from '../store/authorisations.ts'
import { listDemoKeys } from '../store/subjects.ts'

export const loadDemoSubjects = defineOperation({
  name: 'subjects.load-demo-subjects',
  summary: 'Registers the invented persons, organisations and agents of the demo city that are not there yet',
  kind: 'command',
  access: { permission: 'subjects:load' },
  input: z.object({ persons: z.array(Person), organisations: z.array(Organisation), authorisations: z.array(AgentAuthorisation) }),
  output: z.object({ registered: z.number() }),
  refusals: [subjectErrors.demoOnly, subjectErrors.unknown, subjectErrors.alreadyRegistered],
  async run(ctx, { persons, organisations, authorisations }) {
    if (!ctx.services.config.demo) throw new Refusal(subjectErrors.demoOnly)
    const ids = new Map(await listDemoKeys(ctx.db))
    const before = ids.size
    for (const { key, assuranceLevel, ...facts } of persons) {
      if (!ids.has(`person/${key}`)) ids.set(`person/${key}`, await registerPerson(ctx, facts, { assuranceLevel: levelNumber(assuranceLevel), demoKey: key }))
    }
    for (const { key, legalRepresentativeKey, ...facts } of organisations) {
      if (ids.has(`organisation/${key}`)) continue
      const legalRepresentativeId = idOf(ids, `person/${legalRepresentativeKey}`)
      ids.set(`organisation/${key}`, await registerOrganisation(ctx, { ...facts, legalRepresentativeId }, { assuranceLevel: 4, demoKey: key }))
    }
    for (const grant of authorisations) await loadAuthorisation(ctx, grant, ids)
    return { registered: ids.size - before }
  },
})

async function loadAuthorisation(ctx: Ctx, grant: AgentAuthorisation, ids: ReadonlyMap<string, string>): Promise<void> {
  await insertAuthorisation(ctx.db, {
    id: newId(ctx.now.getTime()),
    principalId: idOf(ids, `${grant.principal.kind}/${grant.principal.key}`),
    agentId: idOf(ids, `person/${grant.agentKey}`),
    scope: grant.scope,
    from: grant.from,
    to: grant.to,
    documentId: grant.documentId,
    grantedBy: actorOf(ctx.caller),
    grantedAt: ctx.now,
  })
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Refusal(subjectErrors.unknown)
  return id
}
