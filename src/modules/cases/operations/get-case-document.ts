import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { listDocuments, renderDocument } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { mustSee } from '../access.ts'
import { caseDocuments, type CaseDocumentKind } from '../documents/templates.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'
import { findCase } from '../store/cases.ts'

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
    const record = mustSee(ctx.caller, await findCase(ctx.db, number, false))
    const document = (await listDocuments(ctx.db, record.matter.id)).find((candidate) => candidate.id === documentId)
    if (document === undefined) throw new Refusal(caseErrors.unknown)
    return renderDocument(ctx, document.id, caseDocuments[document.kind as CaseDocumentKind])
  },
})
