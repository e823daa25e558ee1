import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'

export type EvidenceState = 'submitted' | 'accepted' | 'defective' | 'promised' | 'replaced'
export type EvidenceSource = 'upload' | 'scan' | 'certificate' | 'shared' | 'commitment'

/** What satisfies one requirement of a matter, and where it comes from. */
export interface Evidence {
  readonly id: string
  readonly requirement: string
  readonly state: EvidenceState
  readonly source: EvidenceSource
  readonly fileId: string | null
  /** What the file is; null for evidence without one. */
  readonly mediaType: string | null
  readonly certificateId: string | null
  /** References: who gave or scanned it, which resource it was fetched from, until when it is owed. */
  readonly provenance: Readonly<Record<string, unknown>>
  readonly providedAt: Date
}

export type NewEvidence = Omit<Evidence, 'state' | 'fileId' | 'mediaType' | 'certificateId'> & {
  readonly state?: EvidenceState
  readonly fileId?: string | null
  readonly certificateId?: string | null
}

/** Adds evidence in one statement; what stood for the same requirements before is marked as replaced. */
export async function addEvidence(db: Db, matterId: string, items: readonly NewEvidence[]): Promise<void> {
  if (items.length === 0) return
  await later(db, sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS r(id uuid, requirement text, state text, source text, "fileId" uuid, "certificateId" text, provenance jsonb, "providedAt" timestamptz)
    ), replaced AS (
      UPDATE evidence SET state = 'replaced' WHERE matter_id = ${matterId} AND state <> 'replaced' AND requirement IN (SELECT requirement FROM given)
    )
    INSERT INTO evidence (id, matter_id, requirement, state, source, file_id, certificate_id, provenance, provided_at)
    SELECT id, ${matterId}, requirement, coalesce(state, 'submitted'), source, "fileId", "certificateId", provenance, "providedAt" FROM given`)
}

/** What stands for each requirement now. */
export async function listEvidence(db: Db, matterId: string): Promise<readonly Evidence[]> {
  const { rows } = await sql<Evidence>`
    SELECT e.id, e.requirement, e.state, e.source, e.file_id AS "fileId", f.media_type AS "mediaType", e.certificate_id AS "certificateId", e.provenance, e.provided_at AS "providedAt"
    FROM evidence e LEFT JOIN files f ON f.id = e.file_id WHERE e.matter_id = ${matterId} AND e.state <> 'replaced' ORDER BY e.provided_at, e.id`.execute(db)
  return rows
}

/** Judges evidence by requirement: accepted, or defective; a promise that is taken back becomes defective too. */
export async function judgeEvidence(db: Db, matterId: string, judgement: { readonly requirements: readonly string[]; readonly state: 'accepted' | 'defective'; readonly at: Date }): Promise<void> {
  if (judgement.requirements.length === 0) return
  await later(db, sql`UPDATE evidence SET state = ${judgement.state}, judged_at = ${judgement.at}
    WHERE matter_id = ${matterId} AND state IN ('submitted', 'defective', ${judgement.state === 'defective' ? 'promised' : 'submitted'}) AND requirement = ANY(${[...judgement.requirements]})`)
}

/** Whether a file is or was evidence of any matter: then who sees that matter reads it, and through the matter alone. */
export async function isEvidence(db: Db, fileId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM evidence WHERE file_id = ${fileId} LIMIT 1`.execute(db)
  return rows.length > 0
}

/** Whether a file is evidence of this matter, so that those who see the matter may read it. */
export async function isEvidenceOf(db: Db, matterId: string, fileId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM evidence WHERE matter_id = ${matterId} AND file_id = ${fileId} LIMIT 1`.execute(db)
  return rows.length > 0
}
