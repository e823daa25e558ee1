import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { sealHolds } from '#kernel/documents/seal.ts'
import { type DocumentRow, envelopeOf } from '#kernel/documents/stored-document.ts'
import type { LedgerFault } from './verification.ts'

const documentsAtOnce = 1000

/** Checks the seal of every issued document: number, kind, matter, instant and content hash are those that the office signed. The words themselves are under the subjects' keys and are checked on reading. */
export async function verifyDocuments(db: Db, keysAt: (at: Date) => readonly Uint8Array[], seen: (documents: number) => void): Promise<LedgerFault | undefined> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<DocumentRow>`SELECT * FROM documents WHERE id > ${after} ORDER BY id LIMIT ${documentsAtOnce}`.execute(db)
    const last = rows.at(-1)
    if (!last) return undefined
    seen(rows.length)
    const bad = rows.find((row) => !keysAt(row.issued_at).some((key) => sealHolds(envelopeOf(row), { contentHash: row.content_hash, signature: row.signature }, key)))
    if (bad) return { fault: 'seal-false', matterId: bad.matter_id, documentNumber: bad.number }
    after = last.id
  }
}
