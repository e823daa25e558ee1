import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { listDocuments, renderDocument } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { disclosureDocuments, isDocumentKind } from '../documents/templates.ts'
import { disclosureErrors } from '../errors.ts'
import { getRequestFor, isInstitution } from '../request-view.ts'
import { RequestNumber } from '../schema.ts'

/** A letter of an application as PDF; what was asked of others is not for the applicant. */
export const getDocument = defineOperation({
  name: 'disclosure.get-document',
  summary: 'Gives a letter of an application as PDF',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/requests/{number}/documents/{documentId}' },
  access: 'signed-in',
  input: z.object({ number: RequestNumber, documentId: z.uuid() }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [disclosureErrors.requestUnknown, documentErrors.unknown, documentErrors.altered, documentErrors.forgotten],
  examples: [{ summary: 'The receipt', input: { number: 'SQ2026090700001', documentId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, documentId }) {
    const { request, reach } = await getRequestFor(ctx, number, false)
    const found = (await listDocuments(ctx.db, request.matter.id)).find(({ id }) => id === documentId)
    const isShown = isInstitution(reach) || (reach === 'applicant' && found?.kind !== 'opinionRequest')
    if (found === undefined || !isDocumentKind(found.kind) || !isShown) throw new Refusal(reach === 'reader' ? disclosureErrors.requestUnknown : documentErrors.unknown)
    return renderDocument(ctx, documentId, disclosureDocuments[found.kind])
  },
})
