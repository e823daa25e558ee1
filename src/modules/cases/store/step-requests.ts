import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { CasesTables } from '../tables.ts'

export type StepRequestKind = 'return' | 'countersign'

export interface StepRequest {
  readonly id: string
  readonly caseId: string
  readonly stepKey: string
  readonly kind: StepRequestKind
  readonly askedBy: string
  readonly askedAt: Date
  readonly sealedText: Buffer
}

/** Keeps what one officer asks. Of a return the opinion that it takes back stays readable here, because the step forgets it. */
export async function insertStepRequest(db: Db, request: StepRequest): Promise<void> {
  const { id, caseId, stepKey, kind, askedBy, askedAt, sealedText } = request
  await sql`
    INSERT INTO case_step_requests (id, case_id, step_key, kind, asked_by, asked_at, sealed_text, opinion_before, sealed_text_before)
    SELECT ${id}, ${caseId}, ${stepKey}, ${kind}, ${askedBy}, ${askedAt}, ${sealedText}, s.opinion, s.sealed_text
    FROM case_steps s WHERE s.case_id = ${caseId} AND s.key = ${stepKey}`.execute(db)
}

/** Opens a finished step again for the same person. */
export async function reopenStep(db: Db, caseId: string, step: { readonly key: string; readonly personId: string | null; readonly at: Date }): Promise<void> {
  await tables<CasesTables>(db)
    .updateTable('case_steps')
    .set({ state: 'open', opened_at: step.at, done_at: null, opinion: null, sealed_text: null, checked_by: null, done_by: null, person_id: step.personId })
    .where('case_id', '=', caseId)
    .where('key', '=', step.key)
    .execute()
}

/** What was asked in a case, oldest first. */
export async function listStepRequests(db: Db, caseId: string): Promise<readonly Omit<StepRequest, 'id' | 'caseId'>[]> {
  return tables<CasesTables>(db)
    .selectFrom('case_step_requests')
    .select(['step_key as stepKey', 'kind', 'asked_by as askedBy', 'asked_at as askedAt', 'sealed_text as sealedText'])
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute() as Promise<readonly Omit<StepRequest, 'id' | 'caseId'>[]>
}
