import type { Ctx } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getItemVersion } from '#modules/catalogue/index.ts'
import { checkAuthority, listEndedAuthorisations } from '#modules/subjects/index.ts'
import { mustSee } from './access.ts'
import { type AgentCase, listAgentCases } from './store/agencies.ts'
import { type CaseRecord, findCase } from './store/cases.ts'
import type { PartyCaseRow } from './store/lists.ts'

// An authorisation ends on its day, or at the instant at which it is taken back (C-33, 民法典 art. 173). A job takes the agent off the
// parties of his cases a moment later; until then whoever reads asks the authorisation itself.

/** Of an agent's cases under an authorisation those that he sees no more: it has ended, and no other carries the case. */
export async function listLostCases(ctx: Ctx, authorisationId: string, caseIds?: readonly string[]): Promise<readonly (AgentCase & { readonly agentId: string })[]> {
  const day = dayOf(ctx.now)
  const [ended] = await listEndedAuthorisations(ctx.db, [authorisationId], day)
  if (ended === undefined) return []
  const lost: (AgentCase & { readonly agentId: string })[] = []
  for (const one of await listAgentCases(ctx.db, authorisationId, caseIds)) {
    const { item } = await getItemVersion(ctx.db, one.itemVersionId)
    const another = await checkAuthority(ctx, { applicantId: one.applicantId, itemKey: one.itemKey, themes: item.themes, day, personId: ended.agentId })
    if (!another.ok) lost.push({ ...one, agentId: ended.agentId })
  }
  return lost
}

/** The case by its number for whoever may see it now; for everybody else there is none. `forUpdate` holds it until commit. */
export async function seeCase(ctx: Ctx, number: string, forUpdate: boolean): Promise<CaseRecord> {
  return mustSee(ctx.caller, await withPartiesOfNow(ctx, await findCase(ctx.db, number, forUpdate)))
}

/** A case without the caller among its parties, if he filed it as an agent and is one no more. */
export async function withPartiesOfNow(ctx: Ctx, record: CaseRecord | undefined): Promise<CaseRecord | undefined> {
  const { caller } = ctx
  if (record === undefined || caller.kind !== 'person') return record
  const { authorisation_id: authorisationId, submitter, parties, id } = record.detail
  if (authorisationId === null || submitter !== `person:${caller.id}`) return record
  if ((await listLostCases(ctx, authorisationId, [id])).length === 0) return record
  return { ...record, detail: { ...record.detail, parties: parties.filter((party) => party !== caller.id) } }
}

/** Of a page of a person's cases those that he still sees. */
export async function stillSeen<R extends PartyCaseRow>(ctx: Ctx, rows: readonly R[]): Promise<readonly R[]> {
  const byAuthorisation = Map.groupBy(rows.filter(({ agency }) => agency !== null), ({ agency }) => agency ?? '')
  const lost = new Set<string>()
  for (const [authorisationId, some] of byAuthorisation) for (const { caseId } of await listLostCases(ctx, authorisationId, some.map(({ id }) => id))) lost.add(caseId)
  return rows.filter(({ id }) => !lost.has(id))
}
