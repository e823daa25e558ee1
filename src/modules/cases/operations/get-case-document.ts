import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { renderDocument } from '#kernel/documents/read.ts'
import { caseErrors } from '../errors.ts'
import { findCaseDocument } from '../find-document.ts'
import { CaseNumber } from '../schema.ts'

/** A legal document of a case as PDF, always the same bytes. */
export const getCaseDocument = defineOperation({
  name: 'cases.get-document',
  summary: 'Reads a legal document of a case as PDF',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}/documents/{documentId}' },
  access: { permission: 'cases:read' },
  input: z.strictObject({ number: CaseNumber, documentId: z.uuid() }),
  output: z.unknown(),
  refusals: [caseErrors.unknown, documentErrors.altered, documentErrors.forgotten, documentErrors.glyphMissing],
  examples: [{ summary: 'A document of a case', input: { number: '11440114MB2C0000194440123020000202609070001', documentId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, documentId }) {
    const { document, template } = await findCaseDocument(ctx, number, documentId)
    return renderDocument(ctx, document.id, template)
  },
})
