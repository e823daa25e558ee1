import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { DisclosureTables } from '../tables.ts'

export interface Proposal {
  readonly id: string
  readonly unitId: string
  readonly number: string
  readonly applicantId: string
  readonly sealedRecord: Buffer
  readonly applicants: number
  readonly proposedAt: Date
  readonly decidedAt: Date | null
  readonly accepted: boolean | null
  readonly reason: string | null
}

const columns = sql`p.id, p.unit_id AS "unitId", m.number, r.applicant_id AS "applicantId", r.sealed_record AS "sealedRecord", p.applicants, p.proposed_at AS "proposedAt",
  p.decided_at AS "decidedAt", p.accepted, p.reason`
const source = sql`disclosure_proposals p JOIN disclosure_requests r ON r.id = p.request_id JOIN matters m ON m.id = r.id`

/** Proposes a record once; later applicants are counted. True if it is new. */
export async function propose(db: Db, row: { readonly id: string; readonly unit_id: string; readonly record_index: string; readonly request_id: string; readonly applicants: number; readonly proposed_at: Date }): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO disclosure_proposals (id, unit_id, record_index, request_id, applicants, proposed_at)
    VALUES (${row.id}, ${row.unit_id}, ${row.record_index}, ${row.request_id}, ${row.applicants}, ${row.proposed_at})
    ON CONFLICT (unit_id, record_index) DO UPDATE SET applicants = excluded.applicants RETURNING id`.execute(db)
  return rows[0]?.id === row.id
}

/** Proposals of some units (null: all), newest first; one more than `limit` if there are more. */
export async function listProposals(db: Db, page: { readonly units: readonly string[] | null; readonly before: string | null; readonly limit: number }): Promise<readonly Proposal[]> {
  const units = page.units === null ? null : [...page.units]
  const { rows } = await sql<Proposal>`
    SELECT ${columns} FROM ${source}
    WHERE (${units}::text[] IS NULL OR p.unit_id = ANY(${units}::text[])) AND (${page.before}::uuid IS NULL OR p.id < ${page.before}::uuid)
    ORDER BY p.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export async function findProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`SELECT ${columns} FROM ${source} WHERE p.id = ${id} FOR UPDATE OF p`.execute(db)
  return rows[0]
}

export async function decideProposal(db: Db, id: string, decision: { readonly decided_at: Date; readonly accepted: boolean; readonly decided_by: string; readonly reason: string }): Promise<void> {
  await tables<DisclosureTables>(db).updateTable('disclosure_proposals').set(decision).where('id', '=', id).execute()
}
