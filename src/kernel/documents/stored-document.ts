import { sql } from 'kysely'
import type { Services } from '#kernel/contract/services.ts'
import { publicKeysAt } from '#kernel/crypto/office-keys.ts'
import type { Db } from '#kernel/db/pool.ts'
import { contentIsWhole, type Envelope, sealHolds } from './seal.ts'
import type { DocumentData } from './template.ts'

/** A row of `documents`. */
export interface DocumentRow {
  readonly id: string
  readonly matter_id: string
  readonly kind: string
  readonly number: string
  readonly template_version: number
  readonly issued_at: Date
  readonly issuer_unit_id: string
  readonly sealed_data: Buffer
  readonly subject_id: string | null
  readonly content_hash: Buffer
  readonly signature: Buffer
  readonly verification_code: string
}

/** What is encrypted and hashed: the words of the document, not its look. */
export interface DocumentContent {
  readonly title: string
  /** The unit in the signature of the letter. */
  readonly issuer: string | null
  readonly data: DocumentData
}

/** `forgotten`: the subject's key was destroyed, so the words are gone and the envelope alone is checked. */
export type OpenedContent = { readonly state: 'whole'; readonly content: DocumentContent } | { readonly state: 'forgotten' | 'altered' }

export async function findDocumentRow(db: Db, id: string): Promise<DocumentRow | undefined> {
  return (await sql<DocumentRow>`SELECT * FROM documents WHERE id = ${id}`.execute(db)).rows[0]
}

export async function findDocumentRowByCode(db: Db, code: string): Promise<DocumentRow | undefined> {
  return (await sql<DocumentRow>`SELECT * FROM documents WHERE verification_code = ${code}`.execute(db)).rows[0]
}

/** What the signature binds besides the words. */
export function envelopeOf(row: Omit<DocumentRow, 'sealed_data' | 'content_hash' | 'signature'>): Envelope {
  return {
    id: row.id,
    matterId: row.matter_id,
    kind: row.kind,
    number: row.number,
    templateVersion: row.template_version,
    issuedAt: row.issued_at.toISOString(),
    issuerUnitId: row.issuer_unit_id,
    subjectId: row.subject_id,
    verificationCode: row.verification_code,
  }
}

/** Decrypts a document and checks it against its seal (D-10). */
export async function openDocument(db: Db, services: Services, row: DocumentRow): Promise<OpenedContent> {
  const seal = { contentHash: row.content_hash, signature: row.signature }
  if (!publicKeysAt(services, row.issued_at).some((key) => sealHolds(envelopeOf(row), seal, key))) return { state: 'altered' }
  let content: DocumentContent | undefined
  try {
    content = await unseal(db, services, row)
  } catch {
    return { state: 'altered' } // the box does not open: its bytes were changed
  }
  if (content === undefined) return { state: 'forgotten' }
  return contentIsWhole(content, row.content_hash) ? { state: 'whole', content } : { state: 'altered' }
}

/** Encrypts the words under the subject's key, or the office's if the document speaks of nobody. */
export async function sealedData(db: Db, services: Services, row: { readonly id: string; readonly subject_id: string | null }, content: DocumentContent): Promise<Buffer> {
  if (row.subject_id !== null) return services.vault.seal(db, row.subject_id, content)
  return services.vault.sealForOffice(Buffer.from(JSON.stringify(content)), `document:${row.id}`)
}

async function unseal(db: Db, services: Services, row: DocumentRow): Promise<DocumentContent | undefined> {
  if (row.subject_id !== null) return services.vault.open<DocumentContent>(db, row.subject_id, row.sealed_data)
  return JSON.parse(services.vault.openForOffice(row.sealed_data, `document:${row.id}`).toString('utf8')) as DocumentContent
}
