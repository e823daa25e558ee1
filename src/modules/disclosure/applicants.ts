import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { findSubjectByNumber, openSubject } from '#modules/subjects/index.ts'
import { disclosureErrors } from './errors.ts'
import type { ApplicantFacts } from './schema.ts'
import { findApplicant, keepApplicant } from './store/requests.ts'

/** Who applies, and what he said of himself. */
export interface Applicant {
  readonly id: string
  readonly facts: ApplicantFacts
  /** The registered person that it is, who then follows the application in the account. */
  readonly personId: string | null
}

/** The applicant of a paper or a window: the registered subject with this number if there is one, and then under its name; else one of disclosure's own. */
export async function applicantFor(ctx: Ctx, facts: ApplicantFacts): Promise<Applicant> {
  const subject = await findSubjectByNumber(ctx, facts.idNumber)
  if (subject !== undefined && (await openSubject(ctx, subject.id, { purpose: 'acceptance' })).name !== facts.name) {
    throw new Refusal(disclosureErrors.nameDiffers, {}, [{ pointer: '/applicant/name', code: disclosureErrors.nameDiffers.code }])
  }
  return { id: await keptApplicant(ctx, facts.idNumber, subject?.id), facts, personId: subject?.kind === 'person' ? subject.id : null }
}

/** The person who signed in, with what the register knows. */
export async function applicantOfPerson(ctx: Ctx, personId: string): Promise<Applicant> {
  const known = await openSubject(ctx, personId, { purpose: 'acceptance' })
  const facts: ApplicantFacts = { name: known.name, idNumber: known.kind === 'person' ? known.idNumber : known.creditCode, phone: known.phone, address: known.address }
  return { id: await keptApplicant(ctx, facts.idNumber, personId), facts, personId }
}

/** One row and one vault key for each identity, whichever way it came first. */
async function keptApplicant(ctx: Ctx, idNumber: string, subjectId: string | undefined): Promise<string> {
  const { vault } = ctx.services
  const identityIndex = vault.index('disclosure.identity', idNumber)
  const known = await findApplicant(ctx.db, identityIndex)
  if (known !== undefined) return known
  const id = subjectId ?? newId(ctx.now.getTime())
  if (subjectId === undefined) await vault.createKey(ctx.db, id)
  return keepApplicant(ctx.db, { id, identity_index: identityIndex, first_seen_at: ctx.now })
}
