import type { Ctx } from '#kernel/contract/operation.ts'
import { type DocumentSummary, listDocuments } from '#kernel/documents/read.ts'
import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { mustSee } from './access.ts'
import { caseDocuments, type CaseDocumentKind } from './documents/templates.ts'
import { caseErrors } from './errors.ts'
import { findCase } from './store/cases.ts'

/** A legal document of a case that the caller may see, with its template; of another case it is not found. */
export async function findCaseDocument(ctx: Ctx, number: string, documentId: string): Promise<{ readonly document: DocumentSummary; readonly template: DocumentTemplate }> {
  const { matter } = mustSee(ctx.caller, await findCase(ctx.db, number, false))
  const document = (await listDocuments(ctx.db, matter.id)).find(({ id }) => id === documentId)
  if (document === undefined) throw new Refusal(caseErrors.unknown)
  return { document, template: caseDocuments[document.kind as CaseDocumentKind] }
}
