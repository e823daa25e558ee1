import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import { openSubject } from '../open-subject.ts'
import { levelOfNumber } from '../rules/assurance.ts'
import { maskAddress, maskPhone } from '../rules/masking.ts'
import { AssuranceLevel, AuthorisationScope, CAPACITIES, MaskedSubject } from '../schema.ts'
import { listInForce } from '../store/authorisations.ts'
import { listRepresented } from '../store/subjects.ts'

export const getMe = defineOperation({
  name: 'subjects.get-me',
  summary: 'The own record of the person signed in, masked, and for whom the person may act today',
  kind: 'query',
  http: { method: 'GET', path: '/subjects/me' },
  access: { permission: 'subjects:own' },
  input: z.object({}),
  output: z.object({
    id: z.uuid(),
    maskedName: z.string(),
    level: AssuranceLevel,
    phone: z.string(),
    address: z.string(),
    actsFor: z.array(MaskedSubject.extend({ as: z.enum(CAPACITIES), scope: AuthorisationScope.nullable(), to: Day.nullable() })),
  }),
  refusals: [subjectErrors.unknown, subjectErrors.forgotten],
  examples: [{ summary: 'The own record', input: {} }],
  async run(ctx) {
    const { caller } = ctx
    if (caller.kind !== 'person') throw new Refusal(subjectErrors.unknown)
    const facts = await openSubject(ctx, caller.id, { purpose: 'own' })
    const represented = await listRepresented(ctx.db, caller.id)
    const held = await listInForce(ctx.db, caller.id, dayOf(ctx.now))
    return {
      id: caller.id,
      maskedName: caller.name,
      level: levelOfNumber(caller.level),
      phone: maskPhone(facts.phone),
      address: maskAddress(facts.address),
      actsFor: [
        ...represented.map(({ id, kind, maskedName, maskedNumber }) => ({ id, kind, maskedName, maskedNumber, as: 'legalRepresentative' as const, scope: null, to: null })),
        ...held.map((row) => ({ id: row.principalId, kind: row.principalKind, maskedName: row.principalName, maskedNumber: row.principalNumber, as: 'agent' as const, scope: row.scope, to: row.to })),
      ],
    }
  },
})
