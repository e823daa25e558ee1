import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { CaseNumber } from '../schema.ts'
import { visitPurposes } from '../store/visits.ts'
import { noteVisit } from '../visit.ts'

/** The window notes that the applicant came because of a case that he had filed: not a step of the case, so its state and version stay (C-32). */
export const recordVisit = defineOperation({
  name: 'cases.record-visit',
  summary: 'Notes that the applicant came to a hall because of his case; too many visits are recorded as a violation',
  kind: 'command',
  http: { method: 'POST', path: '/cases/{number}/visits', status: 201 },
  access: { permission: 'cases:record-visit' },
  input: z.strictObject({ number: CaseNumber, purpose: z.enum(visitPurposes).exclude(['submit', 'correct']) }),
  output: z.object({ number: z.string(), visits: z.int() }),
  refusals: [caseErrors.unknown],
  examples: [{ summary: 'He came to ask', input: { number: '11440114MB2C0000194440123020000202609070001', purpose: 'consult' } }],
  async run(ctx, { number, purpose }) {
    const record = await seeCase(ctx, number, true)
    return { number, visits: await noteVisit(ctx, record, await itemOf(ctx, record), purpose) }
  },
})
