import { sql } from 'kysely'
import type { Ctx } from '#kernel/contract/operation.ts'
import { later } from '#kernel/db/pool.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { composeDocument } from './compose.ts'
import { sealContent, sealUseEntry, storable } from './seal.ts'
import { type DocumentContent, envelopeOf, sealedData } from './stored-document.ts'
import type { DocumentData, DocumentTemplate } from './template.ts'
import { templateOn } from './wording-in-force.ts'
import { newVerificationCode } from './verification-code.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

export interface NewDocument {
  readonly matterId: string
  /** The business's name of the document; what `listDocuments` shows and by which the template is found again. */
  readonly kind: string
  readonly template: DocumentTemplate
  /** Without `number`, `issuedOn`, `verifyAddress` and `verifyCode`, which are filled in. */
  readonly data: DocumentData
  readonly issuerUnitId: string
  /** The number's beginning with the year: `花政务受〔2026〕`. */
  readonly numberPrefix: string
  /** Whose personal data it holds; null if it speaks of nobody. */
  readonly subjectId: string | null
}

export interface IssuedDocument {
  readonly id: string
  readonly number: string
  readonly verificationCode: string
}

/**
 * Issues a numbered, sealed document in the caller's transaction: next number under the prefix (GB/T 9704-2012, 7.2.5: no
 * leading zeros), composed once so that a missing field refuses the whole step, sealed, stored, the use of the seal recorded
 * with its operator (D-10). Refuses as `composeDocument` does, and `documents.seal-not-authorised` for an anonymous caller.
 */
export async function issueDocument(ctx: Ctx, document: NewDocument): Promise<IssuedDocument> {
  const { db, services, now } = ctx
  const number = `${document.numberPrefix}${await nextNumber(db, document.numberPrefix)}${texts.numberEnd}`
  const code = newVerificationCode()
  const row = {
    id: newId(now.getTime()),
    matter_id: document.matterId,
    kind: document.kind,
    number,
    template_version: document.template.version,
    issued_at: now,
    issuer_unit_id: document.issuerUnitId,
    subject_id: document.subjectId,
    verification_code: code,
  }
  const content = contentOf(templateOn(services, document.template, dayOf(now)), {
    ...document.data,
    number,
    issuedOn: dayOf(now),
    verifyCode: code,
    verifyAddress: `${services.config.publicUrl}/verify/${code}`,
  })
  const { contentHash, signature } = await sealContent(envelopeOf(row), content, services.signer)
  const box = await sealedData(db, services, row, content)
  await later(db, sql`
    WITH seal_use AS (${sealUseEntry(ctx, { sealed: 'document', id: row.id, contentHash, subjectId: row.subject_id, matterId: row.matter_id })})
    INSERT INTO documents (id, matter_id, kind, number, template_version, issued_at, issuer_unit_id, sealed_data, subject_id, content_hash, signature, verification_code)
    VALUES (${row.id}, ${row.matter_id}, ${row.kind}, ${number}, ${row.template_version}, ${now}, ${row.issuer_unit_id}, ${box}, ${row.subject_id}, ${contentHash}, ${signature}, ${code})`)
  return { id: row.id, number, verificationCode: code }
}

function contentOf(template: DocumentTemplate, data: DocumentData): DocumentContent {
  const composed = composeDocument(template, data)
  const issuer = composed.blocks.find((block) => block.kind === 'seal')?.unit ?? null
  return storable({ title: composed.title, issuer, data })
}
