import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import type { AuthorisationScope, SubjectKind } from '../schema.ts'

export interface AuthorisationRow {
  readonly id: string
  readonly principalId: string
  readonly principalKind: SubjectKind
  readonly principalName: string
  readonly principalNumber: string
  readonly agentId: string
  readonly agentName: string
  readonly scope: AuthorisationScope
  readonly from: Day
  readonly to: Day
  readonly documentId: string
  readonly revokedOn: Day | null
  /** Of the principal, when it is an organisation. */
  readonly legalRepresentativeId: string | null
}

const columns = sql`g.id, g.principal_id AS "principalId", p.kind AS "principalKind", p.masked_name AS "principalName", p.masked_number AS "principalNumber", g.agent_id AS "agentId", a.masked_name AS "agentName",
  g.scope, g.from_on AS "from", g.to_on AS "to", g.document_id AS "documentId", g.revoked_on AS "revokedOn", p.legal_representative_id AS "legalRepresentativeId"`
const joined = sql`agent_authorisations g JOIN subjects p ON p.id = g.principal_id JOIN subjects a ON a.id = g.agent_id`

/** What an agent was authorised to do for a principal, the longest-lasting last. */
export async function listAuthorisationsBetween(db: Db, principalId: string, agentId: string): Promise<readonly AuthorisationRow[]> {
  const { rows } = await sql<AuthorisationRow>`SELECT ${columns} FROM ${joined} WHERE g.principal_id = ${principalId} AND g.agent_id = ${agentId} ORDER BY g.to_on, g.id`.execute(db)
  return rows
}

/** Authorisations that a person gave, received, or answers for as legal representative; newest first, one more than `limit` if there are more. */
export async function listAuthorisationRows(db: Db, page: { readonly personId: string; readonly before: string | undefined; readonly limit: number }): Promise<readonly AuthorisationRow[]> {
  const { rows } = await sql<AuthorisationRow>`SELECT ${columns} FROM ${joined}
    WHERE (g.principal_id = ${page.personId} OR g.agent_id = ${page.personId} OR p.legal_representative_id = ${page.personId})
      AND (${page.before ?? null}::uuid IS NULL OR g.id < ${page.before ?? null}::uuid)
    ORDER BY g.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** Principals for whom a person may act on a day. */
export async function listInForce(db: Db, agentId: string, day: Day): Promise<readonly AuthorisationRow[]> {
  const { rows } = await sql<AuthorisationRow>`SELECT ${columns} FROM ${joined}
    WHERE g.agent_id = ${agentId} AND g.from_on <= ${day} AND g.to_on >= ${day} AND (g.revoked_on IS NULL OR g.revoked_on > ${day}) AND p.forgotten_at IS NULL
    ORDER BY g.id`.execute(db)
  return rows
}

/** Those of the authorisations that have no force on a day: past their last day, or taken back. */
export async function listEndedAuthorisations(db: Db, ids: readonly string[], day: Day): Promise<readonly { readonly id: string; readonly agentId: string }[]> {
  const { rows } = await sql<{ id: string; agentId: string }>`SELECT id, agent_id AS "agentId" FROM agent_authorisations WHERE id = ANY(${[...ids]}::uuid[]) AND (to_on < ${day} OR revoked_on <= ${day}) ORDER BY id`.execute(db)
  return rows
}

/** One authorisation, held until commit; refuses `subjects.authorisation-unknown`. */
export async function lockAuthorisation(db: Db, id: string): Promise<AuthorisationRow> {
  const { rows } = await sql<AuthorisationRow>`SELECT ${columns} FROM ${joined} WHERE g.id = ${id} FOR UPDATE OF g`.execute(db)
  if (rows[0] === undefined) throw new Refusal(subjectErrors.authorisationUnknown)
  return rows[0]
}

export interface NewAuthorisation {
  readonly id: string
  readonly principalId: string
  readonly agentId: string
  readonly scope: AuthorisationScope
  readonly from: Day
  readonly to: Day
  readonly documentId: string
  readonly grantedBy: string
  readonly grantedAt: Date
}

/** The same document for the same two parties counts once. */
export async function insertAuthorisation(db: Db, grant: NewAuthorisation): Promise<void> {
  await sql`INSERT INTO agent_authorisations (id, principal_id, agent_id, scope, from_on, to_on, document_id, granted_by, granted_at)
    VALUES (${grant.id}, ${grant.principalId}, ${grant.agentId}, ${JSON.stringify(grant.scope)}::jsonb, ${grant.from}, ${grant.to}, ${grant.documentId}, ${grant.grantedBy}, ${grant.grantedAt})
    ON CONFLICT (principal_id, agent_id, document_id) DO NOTHING`.execute(db)
}

/** An earlier day of revocation stays. */
export async function revokeAuthorisationRow(db: Db, id: string, on: Day, by: string): Promise<void> {
  await sql`UPDATE agent_authorisations SET revoked_on = ${on}, revoked_by = ${by} WHERE id = ${id} AND revoked_on IS NULL`.execute(db)
}
