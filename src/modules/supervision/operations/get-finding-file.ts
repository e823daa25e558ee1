import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isEvidenceOf } from '#kernel/evidence/evidence.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { readFileFor } from '#kernel/files/read.ts'
import { supervisionErrors } from '../errors.ts'
import { reachFinding } from '../finding-view.ts'
import { FindingNumber } from '../schema.ts'

/** The evidence of a finding, for everybody who reaches the finding. */
export const getFindingFile = defineOperation({
  name: 'supervision.get-finding-file',
  summary: 'Gives a file that is evidence of a finding',
  kind: 'query',
  http: { method: 'GET', path: '/findings/{number}/files/{fileId}' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: FindingNumber, fileId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [supervisionErrors.findingUnknown, fileErrors.notFound],
  examples: [{ summary: 'A picture of the window', input: { number: 'JC202609070001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const { finding } = await reachFinding(ctx, number, false)
    if (!(await isEvidenceOf(ctx.db, finding.matter.id, fileId))) throw new Refusal(fileErrors.notFound, { ids: [fileId] })
    return readFileFor(ctx, fileId, { matterId: finding.matter.id, purpose: 'supervision.finding' })
  },
})
