import { fine, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import type { AgentAuthorisation, AuthorisationScope, Principal } from '../schema.ts'

/** What somebody wants to do for somebody else; `on` is the day of the application. */
export interface AgencyRequest {
  readonly agentKey: string
  readonly principal: Principal
  readonly itemKey: string
  readonly themeKeys: readonly string[]
  readonly on: Day
}

function includes(scope: AuthorisationScope, request: AgencyRequest): boolean {
  switch (scope.kind) {
    case 'all':
      return true
    case 'items':
      return scope.items.includes(request.itemKey)
    case 'themes':
      return request.themeKeys.some((theme) => scope.themes.includes(theme))
  }
}

/**
 * Whether an authorisation carries an application (C-33, 行政许可法 art. 29): the right two parties, in force on the day
 * of the application, and the item within its scope. It has no force from the day of revocation on.
 */
export function checkAuthorisation(authorisation: AgentAuthorisation, request: AgencyRequest): Verdict {
  const { principal } = authorisation
  const sameParties =
    authorisation.agentKey === request.agentKey && principal.kind === request.principal.kind && principal.key === request.principal.key
  if (!sameParties) return refuse(subjectErrors.notTheAgent)
  if (request.on < authorisation.from) return refuse(subjectErrors.authorisationNotYetValid, { from: authorisation.from })
  if (authorisation.revokedOn !== null && authorisation.revokedOn <= request.on) {
    return refuse(subjectErrors.authorisationRevoked, { revokedOn: authorisation.revokedOn })
  }
  if (authorisation.to < request.on) return refuse(subjectErrors.authorisationExpired, { to: authorisation.to })
  if (!includes(authorisation.scope, request)) return refuse(subjectErrors.authorisationTooNarrow, { itemKey: request.itemKey })
  return fine
}
