import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isEvidence } from '#kernel/evidence/evidence.ts'
import { claimFiles } from '../claim.ts'
import { fileErrors } from '../errors.ts'
import { readFileFor } from '../read.ts'

/**
 * A file for whoever uploaded it; everyone else reads it through the matter it belongs to, and finds nothing here. So does the member of staff who
 * scanned it, once it is evidence: the matter decides whether he still may, and writes down whose papers he read. A person keeps what he gave.
 */
export const getOwnFile = defineOperation({
  name: 'kernel.get-own-file',
  summary: 'Gives a file back to its uploader',
  kind: 'query',
  http: { method: 'GET', path: '/files/{id}/content' },
  access: 'signed-in',
  input: z.object({ id: z.uuid() }),
  output: z.instanceof(FileAnswer),
  refusals: [fileErrors.notFound],
  examples: [{ summary: 'A file just uploaded', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    await claimFiles(ctx, [id])
    if (ctx.caller.kind === 'staff' && (await isEvidence(ctx.db, id))) throw new Refusal(fileErrors.notFound, { ids: [id] })
    return readFileFor(ctx, id, { purpose: 'own-upload' })
  },
})
