import { z } from 'zod'
import { defineDocumentOperation, defineDocumentWordsOperation, type DocumentView } from '#kernel/documents/document-operations.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { caseDocuments, type CaseDocumentKind } from '../documents/templates.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'

const Input = z.strictObject({ number: CaseNumber, documentId: z.uuid() })

/** A legal document of a case that the caller may see; of another case it is not found. */
const view: DocumentView<'cases.get-document', typeof Input> = {
  name: 'cases.get-document',
  subject: 'a legal document of a case',
  path: '/cases/{number}/documents/{documentId}',
  access: { permission: 'cases:read' },
  input: Input,
  refusals: [caseErrors.unknown],
  example: { summary: 'A document of a case', input: { number: '11440114MB2C0000194440123020000202609070001', documentId: '01999999-0000-7000-8000-000000000000' } },
  async find(ctx, { number, documentId }) {
    const { matter } = await seeCase(ctx, number, false)
    const document = (await listDocuments(ctx.db, matter.id)).find(({ id }) => id === documentId)
    if (document === undefined) throw new Refusal(caseErrors.unknown)
    return { id: documentId, template: caseDocuments[document.kind as CaseDocumentKind] }
  },
}

export const getCaseDocument = defineDocumentOperation(view)
export const getCaseDocumentWords = defineDocumentWordsOperation(view)
