import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isEvidenceOf } from '#kernel/evidence/evidence.ts'
import { readFileFor } from '#kernel/files/read.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'

/** A file that is evidence of a case, for whoever may see the case. */
export const getCaseFile = defineOperation({
  name: 'cases.get-file',
  summary: 'Reads a file handed in as evidence of a case',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}/files/{fileId}' },
  access: { permission: 'cases:read' },
  input: z.strictObject({ number: CaseNumber, fileId: z.uuid() }),
  output: z.unknown(),
  refusals: [caseErrors.unknown],
  examples: [{ summary: 'A file of a case', input: { number: '11440114MB2C0000194440123020000202609070001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const record = await seeCase(ctx, number, false)
    if (!(await isEvidenceOf(ctx.db, record.matter.id, fileId))) throw new Refusal(caseErrors.unknown)
    return readFileFor(ctx, fileId, { matterId: record.matter.id, subjectId: record.detail.applicant_id, purpose: 'case' })
  },
})
