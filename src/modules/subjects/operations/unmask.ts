import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { subjectErrors } from '../errors.ts'
import { openSubject } from '../open-subject.ts'
import { OrganisationFacts, PersonFacts, UNMASK_PURPOSES } from '../schema.ts'
import { findOpenMatterOf } from '../store/matters.ts'

export const unmask = defineOperation({
  name: 'subjects.unmask',
  summary: 'The full data of a subject, for staff with a part in an open matter of that subject; every reading is shown to the subject',
  kind: 'command',
  http: { method: 'POST', path: '/subjects/{id}/unmask' },
  access: { permission: 'subjects:unmask' },
  input: z.object({ id: z.uuid(), purpose: z.enum(UNMASK_PURPOSES), matterNumber: z.string().min(1).max(50).regex(/^[\w-]+$/) }),
  output: z.discriminatedUnion('kind', [PersonFacts, OrganisationFacts.unwrap().extend({ legalRepresentative: z.string() })]),
  refusals: [subjectErrors.unknown, subjectErrors.forgotten],
  examples: [{ summary: 'To call the applicant', input: { id: '01999999-0000-7000-8000-000000000000', purpose: 'contact', matterNumber: '1144011400000000014400101001000-20260907-0001' } }],
  async run(ctx, { id, purpose, matterNumber }) {
    const { caller } = ctx
    const matterId = caller.kind === 'staff' ? await findOpenMatterOf(ctx.db, { subjectId: id, number: matterNumber, staff: caller }) : undefined
    if (matterId === undefined) throw new Refusal(subjectErrors.unknown)
    return openSubject(ctx, id, { purpose, matterId })
  },
})
