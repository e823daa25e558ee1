import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { readFileFor } from '#kernel/files/read.ts'
import { disclosureErrors } from '../errors.ts'
import { getRequestFor, isInstitution } from '../request-view.ts'
import { RequestNumber } from '../schema.ts'
import { listExcerpts } from '../store/excerpts.ts'

/** What was given with an answer: for the applicant once it is issued, for the disclosure institution before. */
export const getFile = defineOperation({
  name: 'disclosure.get-file',
  summary: 'Gives a file that belongs to an answer',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/requests/{number}/files/{fileId}' },
  access: 'signed-in',
  input: z.object({ number: RequestNumber, fileId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [disclosureErrors.requestUnknown, fileErrors.notFound],
  examples: [{ summary: 'The excerpt that was given', input: { number: 'SQ2026090700001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const { request, reach } = await getRequestFor(ctx, number, false)
    if (reach === 'reader') throw new Refusal(disclosureErrors.requestUnknown)
    const isGiven = request.answerFileIds.includes(fileId) && (isInstitution(reach) || request.answeredAt !== null)
    const isMade = isInstitution(reach) && (await listExcerpts(ctx.db, request.matter.id)).some((excerpt) => excerpt.fileId === fileId)
    if (!isGiven && !isMade) throw new Refusal(fileErrors.notFound, { ids: [fileId] })
    return readFileFor(ctx, fileId, { matterId: request.matter.id, purpose: 'disclosure' })
  },
})
