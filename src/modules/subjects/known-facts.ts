import type { Ctx } from '#kernel/contract/operation.ts'
import { openSubject, type Reason } from './open-subject.ts'
import type { PersonFacts } from './schema.ts'

/** Facts by the names that a form's `prefill` uses (`subject.name`, `organisation.creditCode`, `agent.phone` …). */
export type KnownFacts = Readonly<Record<string, string>>

/**
 * What the office already knows of an applicant and may fill in for him, so that nobody types it twice (国务院令第722号
 * art. 36). The caller must be allowed to act for the applicant (`checkAuthority`); reading is written down as in `openSubject`.
 */
export async function knownFacts(ctx: Ctx, subjectId: string, reason: Reason = { purpose: 'prefill' }): Promise<KnownFacts> {
  const facts = await openSubject(ctx, subjectId, reason)
  if (facts.kind === 'person') return { ...ofPerson(facts), ...(await ofAgent(ctx, subjectId)) }
  return {
    'subject.name': facts.name,
    'subject.identityNumber': facts.creditCode,
    'subject.phone': facts.phone,
    'subject.address': facts.address,
    'organisation.name': facts.name,
    'organisation.creditCode': facts.creditCode,
    'organisation.address': facts.address,
    'organisation.legalRepresentative': facts.legalRepresentative,
    ...(await ofAgent(ctx, facts.legalRepresentativeId)),
  }
}

function ofPerson(person: PersonFacts): KnownFacts {
  return { 'subject.name': person.name, 'subject.identityNumber': person.idNumber, 'subject.phone': person.phone, 'subject.address': person.address }
}

/** The person who applies for somebody else. */
async function ofAgent(ctx: Ctx, inPersonId: string): Promise<KnownFacts> {
  const { caller } = ctx
  if (caller.kind !== 'person' || caller.id === inPersonId) return {}
  const agent = await openSubject(ctx, caller.id, { purpose: 'prefill' })
  return { 'agent.name': agent.name, 'agent.phone': agent.phone }
}
