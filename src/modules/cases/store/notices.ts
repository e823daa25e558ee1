import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { CasesTables } from '../tables.ts'
import type { Notice } from './cases.ts'

export async function insertNotice(db: Db, caseId: string, notice: Pick<Notice, 'round' | 'defects'>, at: Date): Promise<void> {
  await tables<CasesTables>(db).insertInto('case_notices').values({ case_id: caseId, round: notice.round, defects: JSON.stringify(notice.defects), noticed_at: at }).execute()
}

/** Notes what the applicant supplied in answer to the last notice. */
export async function answerNotice(db: Db, caseId: string, answer: { readonly round: number; readonly supplied: readonly string[]; readonly at: Date }): Promise<void> {
  await tables<CasesTables>(db)
    .updateTable('case_notices')
    .set({ corrected_at: answer.at, supplied: [...answer.supplied] })
    .where('case_id', '=', caseId)
    .where('round', '=', answer.round)
    .execute()
}

export interface Violation {
  readonly id: string
  readonly caseId: string
  readonly kind: 'repeated-correction' | 'too-many-visits' | 'late-decision'
  readonly at: Date
  readonly actor: string
  readonly detail: Readonly<Record<string, unknown>>
}

export async function insertViolation(db: Db, violation: Violation): Promise<void> {
  await sql`INSERT INTO case_violations (id, case_id, kind, at, actor, detail)
    VALUES (${violation.id}, ${violation.caseId}, ${violation.kind}, ${violation.at}, ${violation.actor}, ${JSON.stringify(violation.detail)}::jsonb)`.execute(db)
}

export async function listViolations(db: Db, caseId: string): Promise<readonly Omit<Violation, 'caseId'>[]> {
  const rows = await tables<CasesTables>(db).selectFrom('case_violations').selectAll().where('case_id', '=', caseId).orderBy('at').execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind as Violation['kind'], at: row.at, actor: row.actor, detail: row.detail as Readonly<Record<string, unknown>> }))
}
