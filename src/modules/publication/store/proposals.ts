import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { ProposalState } from '../schema.ts'
import type { PublicationTables } from '../tables.ts'

/** Something that ought to be published. */
export interface Proposal {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly ground: string
  readonly sourceNumber: string | null
  readonly state: ProposalState
  readonly proposedAt: Date
  readonly reason: string | null
}

const columns = sql`p.id, p.unit_id AS "unitId", p.title, p.ground, p.source_number AS "sourceNumber", p.state, p.proposed_at AS "proposedAt", p.reason`

export async function insertProposal(db: Db, row: Omit<Proposal, 'state' | 'reason'>): Promise<void> {
  await tables<PublicationTables>(db).insertInto('publication_proposals').values({ id: row.id, unit_id: row.unitId, title: row.title, ground: row.ground, source_number: row.sourceNumber, proposed_at: row.proposedAt }).execute()
}

/** Reads a proposal and holds it until commit. */
export async function findProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`SELECT ${columns} FROM publication_proposals p WHERE p.id = ${id} FOR UPDATE`.execute(db)
  return rows[0]
}

export async function decideProposal(db: Db, id: string, decision: { readonly state: 'accepted' | 'declined'; readonly by: string; readonly at: Date; readonly reason: string | null }): Promise<void> {
  await tables<PublicationTables>(db).updateTable('publication_proposals').set({ state: decision.state, decided_by: decision.by, decided_at: decision.at, reason: decision.reason }).where('id', '=', id).execute()
}

/** Proposals to these units (null: all) in a state, the newest first; one more than `limit` if there are more. */
export async function listProposalRows(db: Db, page: { readonly units: readonly string[] | null; readonly state: ProposalState; readonly after: string | null; readonly limit: number }): Promise<readonly Proposal[]> {
  const units = page.units === null ? null : [...page.units]
  const { rows } = await sql<Proposal>`
    SELECT ${columns} FROM publication_proposals p
    WHERE p.state = ${page.state} AND (${units}::text[] IS NULL OR p.unit_id = ANY(${units}::text[])) AND (${page.after}::uuid IS NULL OR p.id < ${page.after}::uuid)
    ORDER BY p.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
