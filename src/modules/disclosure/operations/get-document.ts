import { z } from 'zod'
import { defineDocumentOperation, defineDocumentWordsOperation, type DocumentView } from '#kernel/documents/document-operations.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { disclosureDocuments, isDocumentKind } from '../documents/templates.ts'
import { disclosureErrors } from '../errors.ts'
import { getRequestFor, isInstitution } from '../request-view.ts'
import { RequestNumber } from '../schema.ts'

const Input = z.object({ number: RequestNumber, documentId: z.uuid() })

/** The letters of an application; what was asked of others is not for the applicant. */
const view: DocumentView<'disclosure.get-document', typeof Input> = {
  name: 'disclosure.get-document',
  subject: 'a letter of an application',
  path: '/disclosure/requests/{number}/documents/{documentId}',
  access: 'signed-in',
  input: Input,
  refusals: [disclosureErrors.requestUnknown],
  example: { summary: 'The receipt', input: { number: 'SQ2026090700001', documentId: '01999999-0000-7000-8000-000000000000' } },
  async find(ctx, { number, documentId }) {
    const { request, reach } = await getRequestFor(ctx, number, false)
    const found = (await listDocuments(ctx.db, request.matter.id)).find(({ id }) => id === documentId)
    const isShown = isInstitution(reach) || (reach === 'applicant' && found?.kind !== 'opinionRequest')
    if (found === undefined || !isDocumentKind(found.kind) || !isShown) throw new Refusal(reach === 'reader' ? disclosureErrors.requestUnknown : documentErrors.unknown)
    return { id: documentId, template: disclosureDocuments[found.kind] }
  },
}

export const getDocument = defineDocumentOperation(view)
export const getDocumentWords = defineDocumentWordsOperation(view)
