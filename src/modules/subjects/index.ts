import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { subjectPermissions } from './access.ts'
import { subjectErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { authoriseAgent } from './operations/authorise-agent.ts'
import { findOrRegisterPerson } from './operations/find-or-register-person.ts'
import { forgetSubject } from './operations/forget-subject.ts'
import { getKnownFacts } from './operations/get-known-facts.ts'
import { getMe } from './operations/get-me.ts'
import { getSubject as getSubjectOperation } from './operations/get-subject.ts'
import { issueToken } from './operations/issue-token.ts'
import { listAuthorisations } from './operations/list-authorisations.ts'
import { listUnmaskings } from './operations/list-unmaskings.ts'
import { loadDemoSubjects } from './operations/load-demo-subjects.ts'
import { readKnownFacts } from './operations/read-known-facts.ts'
import { registerOrganisation as registerOrganisationOperation } from './operations/register-organisation.ts'
import { requestPhoneCode } from './operations/request-phone-code.ts'
import { revokeAuthorisation } from './operations/revoke-authorisation.ts'
import { signInDevelopment } from './operations/sign-in-development.ts'
import { signInWithPhoneCode } from './operations/sign-in-with-phone-code.ts'
import { stepUp } from './operations/step-up.ts'
import { unmask } from './operations/unmask.ts'

export const subjects = defineModule({
  name: 'subjects',
  needs: [],
  // The fixed address /subjects/me comes before /subjects/{id}: the first that fits answers.
  operations: [
    signInDevelopment, requestPhoneCode, signInWithPhoneCode, stepUp, issueToken,
    getMe, getKnownFacts, listUnmaskings, getSubjectOperation, findOrRegisterPerson, registerOrganisationOperation,
    authoriseAgent, listAuthorisations, revokeAuthorisation,
    unmask, readKnownFacts, forgetSubject, loadDemoSubjects,
  ],
  permissions: subjectPermissions,
  refusals: subjectErrors,
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { type Authority, type AuthorityQuestion, checkAuthority } from './authority.ts'
export { subjectErrors } from './errors.ts'
export { events as subjectEvents } from './events.ts'
export { type KnownFacts, knownFacts } from './known-facts.ts'
export { findSubjectByNumber, type OpenedSubject, openSubject, phoneIndexOf, type Reason } from './open-subject.ts'
export { maskAddress, maskCreditCode, maskIdNumber, maskPersonName, maskPhone } from './rules/masking.ts'
export { personCallerOf } from './person-session.ts'
export { registerOrganisation, registerPerson, type Registration } from './register.ts'
export type { AgentAuthorisation, Organisation, OrganisationFacts, Person, PersonFacts, SubjectFacts } from './schema.ts'
export { listEndedAuthorisations } from './store/authorisations.ts'
export { wasIdentifiedBy } from './store/identified.ts'
export { findByDemoKey, getSubject, type SubjectRow } from './store/subjects.ts'
