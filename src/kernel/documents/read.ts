import { sql } from 'kysely'
import { type Ctx, FileAnswer } from '#kernel/contract/operation.ts'
import type { Services } from '#kernel/contract/services.ts'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { dayOf } from '#kernel/time/day.ts'
import { documentErrors } from './errors.ts'
import { pdfOptionsOf, renderPdf } from './pdf.ts'
import { findDocumentRow, openDocument } from './stored-document.ts'
import type { DocumentData, DocumentTemplate } from './template.ts'
import { templateOn } from './wording-in-force.ts'

/** What may be told of a document without opening it. */
export interface DocumentSummary {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly issuedAt: Date
  readonly issuerUnitId: string
  readonly verificationCode: string
}

/** A document with its words: what its template was filled with. */
export interface StoredDocument extends DocumentSummary {
  readonly matterId: string
  readonly subjectId: string | null
  readonly templateVersion: number
  readonly title: string
  readonly data: DocumentData
}

/** The documents of a matter, oldest first. */
export async function listDocuments(db: Db, matterId: string): Promise<readonly DocumentSummary[]> {
  const { rows } = await sql<DocumentSummary>`
    SELECT id, kind, number, issued_at AS "issuedAt", issuer_unit_id AS "issuerUnitId", verification_code AS "verificationCode"
    FROM documents WHERE matter_id = ${matterId} ORDER BY issued_at, id`.execute(db)
  return rows
}

/**
 * Opens a document after checking its seal. Who may read it is the caller's question. Refuses `documents.unknown`,
 * `documents.altered` (the seal is broken), `documents.forgotten` (the subject was forgotten).
 */
export async function readDocument(db: Db, services: Services, id: string): Promise<StoredDocument> {
  const row = await findDocumentRow(db, id)
  if (row === undefined) throw new Refusal(documentErrors.unknown)
  const opened = await openDocument(db, services, row)
  if (opened.state !== 'whole') throw new Refusal(documentErrors[opened.state], { number: row.number })
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedAt: row.issued_at,
    issuerUnitId: row.issuer_unit_id,
    verificationCode: row.verification_code,
    matterId: row.matter_id,
    subjectId: row.subject_id,
    templateVersion: row.template_version,
    title: opened.content.title,
    data: opened.content.data,
  }
}

/**
 * The same for a caller who may read it. A legal document names in full whom it is about: who else reads it, as words or as PDF, is
 * written down and shown to the subject (个人信息保护法 art. 51).
 */
export async function readDocumentFor(ctx: Ctx, id: string): Promise<StoredDocument> {
  const document = await readDocument(ctx.db, ctx.services, id)
  if (document.subjectId !== null) await recordUnmasking(ctx, { subjectId: document.subjectId, matterId: document.matterId, purpose: 'document', detail: { documentId: id } })
  return document
}

/** The template of a document in the words of its day of issue. Throws if it is not the version that the document was issued with. */
export function templateOf(services: Services, document: StoredDocument, template: DocumentTemplate): DocumentTemplate {
  if (template.version !== document.templateVersion) throw new Error(`${document.number} needs version ${document.templateVersion} of ${template.kind}, not ${template.version}`)
  return templateOn(services, template, dayOf(document.issuedAt))
}

/** The PDF of a document in the words of its day of issue, always the same bytes; a specimen in a demo office. Throws as `templateOf`. */
export async function documentPdf(services: Services, document: StoredDocument, template: DocumentTemplate): Promise<Uint8Array> {
  return renderPdf(templateOf(services, document, template), document.data, pdfOptionsOf(services))
}

/** A document as a file to be shown, for the operation of a module that has decided who may read it. Recorded and refused as by `readDocumentFor`. */
export async function renderDocument(ctx: Ctx, id: string, template: DocumentTemplate): Promise<FileAnswer> {
  const document = await readDocumentFor(ctx, id)
  const bytes = await documentPdf(ctx.services, document, template)
  return new FileAnswer(bytes, 'application/pdf', `${document.number}.pdf`, 'inline')
}
