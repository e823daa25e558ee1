import { type Db, tables } from '#kernel/db/pool.ts'
import type { CasesTables } from '../tables.ts'

/** Whether the subject has a false pledge on record that is not repaired (C-19). */
export async function hasBadCredit(db: Db, subjectId: string): Promise<boolean> {
  const row = await tables<CasesTables>(db).selectFrom('credit_records').select('id').where('subject_id', '=', subjectId).where('repaired_at', 'is', null).executeTakeFirst()
  return row !== undefined
}

export async function insertCreditRecord(db: Db, record: { readonly id: string; readonly subjectId: string; readonly caseId: string; readonly at: Date }): Promise<void> {
  await tables<CasesTables>(db).insertInto('credit_records').values({ id: record.id, subject_id: record.subjectId, case_id: record.caseId, recorded_at: record.at }).execute()
}

/** Marks the false pledge of a case as repaired. */
export async function repairCredit(db: Db, caseId: string, at: Date): Promise<void> {
  await tables<CasesTables>(db).updateTable('credit_records').set({ repaired_at: at }).where('case_id', '=', caseId).where('repaired_at', 'is', null).execute()
}
