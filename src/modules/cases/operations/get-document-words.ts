import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { DocumentShown, showDocument } from '#kernel/documents/document-shown.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { caseErrors } from '../errors.ts'
import { findCaseDocument } from '../find-document.ts'
import { CaseNumber } from '../schema.ts'

/** The words of a legal document of a case, for a page that is read on a screen and printed as it stands. */
export const getDocumentWords = defineOperation({
  name: 'cases.get-document-words',
  summary: 'Reads the words of a legal document of a case, block by block as the PDF has them',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}/documents/{documentId}/words' },
  access: { permission: 'cases:read' },
  input: z.strictObject({ number: CaseNumber, documentId: z.uuid() }),
  output: DocumentShown.extend({ number: z.string() }),
  refusals: [caseErrors.unknown, documentErrors.altered, documentErrors.forgotten],
  examples: [{ summary: 'A document of a case', input: { number: '11440114MB2C0000194440123020000202609070001', documentId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, documentId }) {
    const { document, template } = await findCaseDocument(ctx, number, documentId)
    return { number: document.number, ...(await showDocument(ctx, document.id, template)) }
  },
})
