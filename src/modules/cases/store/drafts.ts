import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { DRAFT_STEPS } from '../schema.ts'

export interface DraftRow {
  readonly id: string
  readonly personId: string
  readonly implementCode: string
  readonly itemName: string
  readonly step: (typeof DRAFT_STEPS)[number]
  readonly version: number
  /** The run of pages that saved last. */
  readonly savedFrom: string
  readonly savedAt: Date
  readonly expiresAt: Date
  /** The case that it became. */
  readonly caseNumber: string | null
}

export interface SealedDraft extends DraftRow {
  readonly sealed: Buffer
}

const row = sql`id, person_id AS "personId", implement_code AS "implementCode", item_name AS "itemName", step, version, saved_from AS "savedFrom", saved_at AS "savedAt", expires_at AS "expiresAt", case_number AS "caseNumber"`

/** A draft that has not expired, whoever wrote it; `forUpdate` holds it until commit. */
export async function findDraft(db: Db, id: string, at: { readonly now: Date; readonly forUpdate: boolean }): Promise<SealedDraft | undefined> {
  const { rows } = await sql<SealedDraft>`
    SELECT ${row}, sealed_content AS sealed FROM case_drafts WHERE id = ${id} AND expires_at > ${at.now} ${at.forUpdate ? sql`FOR UPDATE` : sql``}`.execute(db)
  return rows[0]
}

/** Saves a draft under its id; false if somebody else's stands there or another version than the one that was read. */
export async function writeDraft(db: Db, draft: Omit<SealedDraft, 'caseNumber'>): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO case_drafts (id, person_id, implement_code, item_name, step, version, saved_from, sealed_content, begun_at, saved_at, expires_at)
    VALUES (${draft.id}, ${draft.personId}, ${draft.implementCode}, ${draft.itemName}, ${draft.step}, ${draft.version}, ${draft.savedFrom}, ${draft.sealed}, ${draft.savedAt}, ${draft.savedAt}, ${draft.expiresAt})
    ON CONFLICT (id) DO UPDATE SET step = excluded.step, version = excluded.version, saved_from = excluded.saved_from, sealed_content = excluded.sealed_content, item_name = excluded.item_name,
      saved_at = excluded.saved_at, expires_at = excluded.expires_at
    WHERE case_drafts.person_id = excluded.person_id AND case_drafts.version = excluded.version - 1 AND case_drafts.case_number IS NULL
    RETURNING 1`.execute(db)
  return rows.length === 1
}

/** The drafts of a person that were not filed, the last saved first. */
export async function listDraftsOf(db: Db, personId: string, page: { readonly now: Date; readonly limit: number; readonly before: { readonly at: Date; readonly id: string } | undefined }): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    SELECT ${row} FROM case_drafts
    WHERE person_id = ${personId} AND case_number IS NULL AND expires_at > ${page.now} ${page.before ? sql`AND (saved_at, id) < (${page.before.at}, ${page.before.id})` : sql``}
    ORDER BY saved_at DESC, id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}

/** Notes which case a draft became, and until when it still leads there; nothing happens to somebody else's. */
export async function markDraftFiled(db: Db, draft: { readonly id: string; readonly personId: string }, filed: { readonly number: string; readonly until: Date }): Promise<void> {
  await sql`UPDATE case_drafts SET case_number = ${filed.number}, expires_at = ${filed.until} WHERE id = ${draft.id} AND person_id = ${draft.personId} AND case_number IS NULL`.execute(db)
}

export async function deleteDraft(db: Db, id: string): Promise<void> {
  await sql`DELETE FROM case_drafts WHERE id = ${id}`.execute(db)
}

/** Forgets the drafts whose time is over; returns how many. */
export async function deleteExpiredDrafts(db: Db, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM case_drafts WHERE expires_at <= ${now}`.execute(db)
  return Number(numAffectedRows)
}

/** How many drafts of an item have neither been filed nor expired. */
export async function countDraftsOf(db: Db, implementCode: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM case_drafts WHERE implement_code = ${implementCode} AND case_number IS NULL AND expires_at > ${now}`.execute(db)
  return rows[0]?.count ?? 0
}
