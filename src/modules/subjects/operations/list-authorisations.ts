import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import { AuthorisationScope } from '../schema.ts'
import { listAuthorisationRows } from '../store/authorisations.ts'

export const listAuthorisations = defineOperation({
  name: 'subjects.list-authorisations',
  summary: 'Lists the authorisations that the person signed in gave, received, or answers for as legal representative, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/agent-authorisations' },
  access: { permission: 'subjects:own' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({ id: z.uuid(), principalId: z.uuid(), principalName: z.string(), agentId: z.uuid(), agentName: z.string(), scope: AuthorisationScope, from: Day, to: Day, revokedOn: Day.nullable() }),
    ),
    nextCursor: z.uuid().nullable(),
  }),
  refusals: [subjectErrors.unknown],
  examples: [{ summary: 'The own authorisations', input: {} }],
  async run(ctx, { limit, cursor }) {
    if (ctx.caller.kind !== 'person') throw new Refusal(subjectErrors.unknown)
    const rows = await listAuthorisationRows(ctx.db, { personId: ctx.caller.id, before: cursor, limit })
    const items = rows.slice(0, limit).map(({ id, principalId, principalName, agentId, agentName, scope, from, to, revokedOn }) => ({ id, principalId, principalName, agentId, agentName, scope, from, to, revokedOn }))
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  },
})
