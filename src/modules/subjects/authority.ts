import type { Ctx } from '#kernel/contract/operation.ts'
import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { subjectErrors } from './errors.ts'
import { checkAuthorisation } from './rules/authorisation.ts'
import { type AuthorisationRow, listAuthorisationsBetween } from './store/authorisations.ts'
import { getSubject } from './store/subjects.ts'

export interface AuthorityQuestion {
  readonly applicantId: string
  /** Key of the item in the catalogue, as authorisations list it. */
  readonly itemKey: string
  readonly themes: readonly string[]
  /** The day of the application. */
  readonly day: Day
  /** Who stands at the window; the caller unless told. */
  readonly personId?: string
}

export interface Authority {
  /** Null for the applicant in person and for the legal representative. */
  readonly agentAuthorisationId: string | null
}

/**
 * Whether a person may apply for the applicant (C-33, 行政许可法 art. 29; 民法典 art. 61, 165): as the applicant, as its legal
 * representative, or by an authorisation in force on that day that covers the item. Staff and the program act for whoever
 * stands before them. Refuses with the reason of the authorisation that lasts longest.
 */
export async function checkAuthority(ctx: Ctx, question: AuthorityQuestion): Promise<Verdict<Authority>> {
  const { caller } = ctx
  const inPerson = fineWith<Authority>({ agentAuthorisationId: null })
  const personId = question.personId ?? (caller.kind === 'person' ? caller.id : undefined)
  if (personId === undefined) return caller.kind === 'staff' || caller.kind === 'system' ? inPerson : refuse(subjectErrors.notTheAgent)
  if (personId === question.applicantId) return inPerson
  const applicant = await getSubject(ctx.db, question.applicantId)
  if (applicant.legalRepresentativeId === personId) return inPerson

  let verdict: Verdict<Authority> = refuse(subjectErrors.notTheAgent)
  for (const row of await listAuthorisationsBetween(ctx.db, applicant.id, personId)) {
    verdict = judge(row, question)
    if (verdict.ok) return verdict
  }
  return verdict
}

function judge(row: AuthorisationRow, question: AuthorityQuestion): Verdict<Authority> {
  const principal = { kind: row.principalKind, key: row.principalId }
  const verdict = checkAuthorisation(
    { key: row.id, principal, agentKey: row.agentId, scope: row.scope, from: row.from, to: row.to, documentId: row.documentId, revokedOn: row.revokedOn },
    { agentKey: row.agentId, principal, itemKey: question.itemKey, themeKeys: question.themes, on: question.day },
  )
  return verdict.ok ? fineWith({ agentAuthorisationId: row.id }) : verdict
}
