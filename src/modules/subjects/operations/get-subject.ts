import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { getVisibleSubject } from '../access.ts'
import { subjectErrors } from '../errors.ts'
import { levelOfNumber } from '../rules/assurance.ts'
import { AssuranceLevel, MaskedSubject } from '../schema.ts'

export const getSubject = defineOperation({
  name: 'subjects.get-subject',
  summary: 'A person or organisation, masked: for staff, for the person, and for whoever may act for the subject today',
  kind: 'query',
  http: { method: 'GET', path: '/subjects/{id}' },
  access: 'signed-in',
  input: z.object({ id: z.uuid() }),
  output: MaskedSubject.extend({ assuranceLevel: AssuranceLevel, forgotten: z.boolean() }),
  refusals: [subjectErrors.unknown],
  examples: [{ summary: 'One subject', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const { kind, maskedName, maskedNumber, assuranceLevel, forgotten } = await getVisibleSubject(ctx, id)
    return { id, kind, maskedName, maskedNumber, assuranceLevel: levelOfNumber(assuranceLevel), forgotten }
  },
})
