import { type Db, tables } from '#kernel/db/pool.ts'
import type { CertificateDoubtTable, CertificatesTables } from '../tables.ts'

export interface DoubtRow extends CertificateDoubtTable {
  readonly identifier: string
  readonly holder_id: string
}

export async function insertDoubt(db: Db, doubt: Omit<CertificateDoubtTable, 'answer' | 'answered_by' | 'answered_at'>): Promise<void> {
  await tables<CertificatesTables>(db).insertInto('certificate_doubts').values({ ...doubt, answer: null, answered_by: null, answered_at: null }).execute()
}

/** A ticket, answered or not. */
export async function findDoubt(db: Db, id: string): Promise<DoubtRow | undefined> {
  return doubtsWithCertificate(db).where('d.id', '=', id).executeTakeFirst()
}

export async function lockDoubt(db: Db, id: string): Promise<CertificateDoubtTable | undefined> {
  return tables<CertificatesTables>(db).selectFrom('certificate_doubts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function saveAnswer(db: Db, id: string, answer: { readonly answer: string; readonly answered_by: string; readonly answered_at: Date }): Promise<void> {
  await tables<CertificatesTables>(db).updateTable('certificate_doubts').set(answer).where('id', '=', id).execute()
}

/** Tickets that wait for an answer, oldest first; `units` undefined means of every unit. */
export async function listOpenDoubts(db: Db, page: { readonly units: readonly string[] | undefined; readonly limit: number; readonly cursor?: string | undefined }): Promise<readonly DoubtRow[]> {
  return doubtsWithCertificate(db)
    .where('d.answer', 'is', null)
    .$if(page.units !== undefined, (query) => query.where('d.issuer_unit_id', 'in', page.units?.length ? [...page.units] : ['']))
    .$if(page.cursor !== undefined, (query) => query.where('d.id', '>', page.cursor ?? ''))
    .orderBy('d.id')
    .limit(page.limit)
    .execute()
}

function doubtsWithCertificate(db: Db) {
  return tables<CertificatesTables>(db)
    .selectFrom('certificate_doubts as d')
    .innerJoin('certificates as c', 'c.id', 'd.certificate_id')
    .selectAll('d')
    .select(['c.identifier', 'c.holder_id'])
}
