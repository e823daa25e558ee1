import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { sealHolds } from '#kernel/documents/seal.ts'
import { envelopeOf } from '../signed-content.ts'
import type { StoredCertificate } from './certificate-rows.ts'

const certificatesAtOnce = 1_000

export interface ForgedCertificate {
  readonly identifier: string
  readonly matterId: string | null
}

/** The first certificate whose envelope is not the one that the office signed, by a key that it had then. What it says is under its holder's key and is checked on reading. */
export async function findForgedCertificate(db: Db, keysAt: (at: Date) => readonly Buffer[]): Promise<ForgedCertificate | undefined> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<StoredCertificate>`SELECT * FROM certificates WHERE id > ${after} ORDER BY id LIMIT ${certificatesAtOnce}`.execute(db)
    const last = rows.at(-1)
    if (!last) return undefined
    const forged = rows.find((row) => !keysAt(row.issued_at).some((key) => sealHolds(envelopeOf(row), { contentHash: row.content_hash, signature: row.signature }, key)))
    if (forged) return { identifier: forged.identifier, matterId: forged.matter_id }
    after = last.id
  }
}
