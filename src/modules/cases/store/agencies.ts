import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'

/** The agent who filed the case is still a party to it: the condition of the index `cases_of_agents`. */
const byAgent = sql`c.authorisation_id IS NOT NULL AND substr(c.submitter, 8) = ANY (c.parties::text[])`

/** Authorisations under which an agent still sees a case. */
export async function listReliedAuthorisations(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT c.authorisation_id AS id FROM cases c WHERE ${byAgent} ORDER BY 1`.execute(db)
  return rows.map(({ id }) => id)
}

export interface AgentCase {
  readonly caseId: string
  readonly applicantId: string
  readonly itemKey: string
  readonly itemVersionId: string
  readonly parties: readonly string[]
}

/** The cases that an agent filed under an authorisation and still sees; of these only those asked for. */
export async function listAgentCases(db: Db, authorisationId: string, caseIds?: readonly string[]): Promise<readonly AgentCase[]> {
  const { rows } = await sql<AgentCase>`
    SELECT c.id AS "caseId", c.applicant_id AS "applicantId", c.item_key AS "itemKey", m.item_version_id AS "itemVersionId", c.parties
    FROM cases c JOIN matters m ON m.id = c.id
    WHERE c.authorisation_id = ${authorisationId} AND ${byAgent} ${caseIds === undefined ? sql`` : sql`AND c.id = ANY(${[...caseIds]}::uuid[])`} ORDER BY c.id`.execute(db)
  return rows
}
