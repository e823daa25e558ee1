import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { CertificatesTables, CertificateUseTable } from '../tables.ts'

/** Records a use, unless the applicant's document contradicts the certificate in this matter (D-15); gives back whether it was recorded. */
export async function insertUse(db: Db, use: CertificateUseTable): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO certificate_uses (id, certificate_id, matter_id, purpose, actor, used_at)
    SELECT ${use.id}, ${use.certificate_id}, ${use.matter_id}, ${use.purpose}, ${use.actor}, ${use.used_at}
    WHERE NOT EXISTS (SELECT 1 FROM certificate_doubts d WHERE d.matter_id = ${use.matter_id} AND d.certificate_id = ${use.certificate_id} AND d.answer IS DISTINCT FROM 'confirmed')
    RETURNING 1`.execute(db)
  return rows.length === 1
}

/** Newest first; `cursor` is the id of the last one of the page before. */
export async function listUsesOf(db: Db, page: { readonly certificateId: string; readonly limit: number; readonly cursor?: string | undefined }): Promise<readonly CertificateUseTable[]> {
  return tables<CertificatesTables>(db)
    .selectFrom('certificate_uses')
    .selectAll()
    .where('certificate_id', '=', page.certificateId)
    .$if(page.cursor !== undefined, (query) => query.where('id', '<', page.cursor ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
}
