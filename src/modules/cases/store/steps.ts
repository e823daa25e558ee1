import { sql } from 'kysely'
import { type Db, later, tables } from '#kernel/db/pool.ts'
import type { CaseStep, Opinion } from '../rules/route.ts'
import type { CasesTables } from '../tables.ts'

/** Writes the route of a case; every step waits. */
export async function insertSteps(db: Db, caseId: string, steps: readonly CaseStep[]): Promise<void> {
  await later(
    db,
    tables<CasesTables>(db)
      .insertInto('case_steps')
      .values(steps.map((step) => ({ case_id: caseId, key: step.key, kind: step.kind, unit_id: step.unitId, role: step.role, step_order: step.order, countersign: step.countersign, officers: step.officers, state: step.state }))),
  )
}

export interface OpenedStep {
  readonly key: string
  readonly personId: string | null
  readonly drawId: string | null
}

/** Opens steps for the persons who were drawn, all at the same instant. */
export async function openSteps(db: Db, caseId: string, opened: readonly OpenedStep[], at: Date): Promise<void> {
  if (opened.length === 0) return
  await later(db, sql`
    UPDATE case_steps s SET state = 'open', opened_at = ${at}, person_id = o."personId", draw_id = o."drawId"
    FROM jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) AS o(key text, "personId" text, "drawId" uuid)
    WHERE s.case_id = ${caseId} AND s.key = o.key`)
}

export interface StepOpinion {
  readonly key: string
  readonly opinion: Opinion
  readonly sealedText: Buffer | null
  readonly checkedBy: readonly string[]
  /** The officer who gave it; null where the law did. */
  readonly by: string | null
  readonly at: Date
}

export async function finishStep(db: Db, caseId: string, result: StepOpinion): Promise<void> {
  const { key, opinion, sealedText, checkedBy, by, at } = result
  const done = tables<CasesTables>(db).updateTable('case_steps').set({ state: 'done', done_at: at, opinion, sealed_text: sealedText, checked_by: [...checkedBy], done_by: by })
  await later(db, done.where('case_id', '=', caseId).where('key', '=', key))
}

/** Passes an open step to another person of the unit. */
export async function reassignStep(db: Db, caseId: string, key: string, personId: string): Promise<void> {
  await tables<CasesTables>(db).updateTable('case_steps').set({ person_id: personId, draw_id: null }).where('case_id', '=', caseId).where('key', '=', key).execute()
}

/** The sealed opinions, by step. */
export async function listOpinionTexts(db: Db, caseId: string): Promise<readonly { readonly key: string; readonly sealed_text: Buffer }[]> {
  const rows = await tables<CasesTables>(db).selectFrom('case_steps').select(['key', 'sealed_text']).where('case_id', '=', caseId).where('sealed_text', 'is not', null).execute()
  return rows.flatMap((row) => (row.sealed_text === null ? [] : [{ key: row.key, sealed_text: row.sealed_text }]))
}
