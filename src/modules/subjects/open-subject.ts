import type { SystemCaller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { subjectErrors } from './errors.ts'
import { numberIndexOf } from './register.ts'
import type { OrganisationFacts, PersonFacts, SubjectFacts } from './schema.ts'
import { findByNumberIndex, getSealedSubject, type SubjectRow } from './store/subjects.ts'

/** Reads on behalf of the program: not written down as somebody's look. */
export const program: SystemCaller = { kind: 'system', name: 'job' }

export interface Reason {
  /** A word of `UNMASK_PURPOSES` or of the calling module; never free text about a person. */
  readonly purpose: string
  readonly matterId?: string | undefined
  /** The subject stood before the caller and showed his document. */
  readonly identified?: true
}

/** Of an organisation with the name of its legal representative, which its documents state. */
export type OpenedSubject = PersonFacts | (OrganisationFacts & { readonly legalRepresentative: string })

/**
 * The decrypted facts of a subject. Who reads them is written down and shown to the subject (个人信息保护法 art. 51), unless
 * it is that person, or the program itself. Refuses `subjects.unknown` and `subjects.forgotten`.
 */
export async function openSubject(ctx: Ctx, id: string, reason: Reason): Promise<OpenedSubject> {
  const { db, services } = ctx
  const subject = await getSealedSubject(db, id)
  const facts = subject.sealedFacts === null ? undefined : await services.vault.open<SubjectFacts>(db, id, subject.sealedFacts)
  if (facts === undefined) throw new Refusal(subjectErrors.forgotten)
  await recordUnmasking(ctx, { subjectId: id, matterId: reason.matterId, purpose: reason.purpose, detail: reason.identified ? { identified: true } : {} })
  if (facts.kind === 'person') return facts
  const representative = await openSubject({ ...ctx, caller: program }, facts.legalRepresentativeId, reason)
  return { ...facts, legalRepresentative: representative.name }
}

/** The person or organisation with this identity number or credit code, in any spelling, by blind index. */
export async function findSubjectByNumber(ctx: Ctx, number: string): Promise<SubjectRow | undefined> {
  return (await findByNumberIndex(ctx.db, 'person', numberIndexOf(ctx, 'person', number))) ?? findByNumberIndex(ctx.db, 'organisation', numberIndexOf(ctx, 'organisation', number))
}

/** The blind index of the subject's registered telephone (`vault.index('phone', …)`); null once forgotten. */
export async function phoneIndexOf(ctx: Ctx, subjectId: string): Promise<string | null> {
  return (await getSealedSubject(ctx.db, subjectId)).phoneIndex
}
