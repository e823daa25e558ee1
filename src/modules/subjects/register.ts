import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { subjectErrors } from './errors.ts'
import { checkOrganisationKey, checkPersonIdentity } from './rules/identity.ts'
import { maskCreditCode, maskIdNumber, maskOrganisationName, maskPersonName } from './rules/masking.ts'
import type { OrganisationFacts, PersonFacts, SubjectFacts } from './schema.ts'
import { getSubject, insertSubject, type NewSubject } from './store/subjects.ts'

export interface Registration {
  /** 0 to 4; in person at a window is 4. */
  readonly assuranceLevel: number
  readonly demoKey?: string
}

type Masks = Pick<NewSubject, 'maskedName' | 'maskedNumber' | 'legalRepresentativeId'> & { readonly number: string }

/**
 * Registers a person and answers the id. The number must be valid and say the same as the rest (D-04), and no other record
 * may have it. Refuses `subjects.id-number-invalid`, `subjects.id-number-contradicts`, `subjects.already-registered`.
 */
export async function registerPerson(ctx: Ctx, facts: Omit<PersonFacts, 'kind'>, registration: Registration = { assuranceLevel: 4 }): Promise<string> {
  const person: PersonFacts = { ...facts, kind: 'person', idNumber: facts.idNumber.trim().toUpperCase() }
  must(checkPersonIdentity(person))
  return register(ctx, person, registration, {
    number: person.idNumber,
    maskedName: maskPersonName(person.name),
    maskedNumber: maskIdNumber(person.idNumber),
    legalRepresentativeId: null,
  })
}

/**
 * Registers an organisation under its unified social credit code (D-04) and answers the id. Refuses
 * `subjects.credit-code-invalid`, `subjects.already-registered`, and `subjects.unknown` when its legal representative is
 * no person of the register.
 */
export async function registerOrganisation(ctx: Ctx, facts: Omit<OrganisationFacts, 'kind'>, registration: Registration = { assuranceLevel: 4 }): Promise<string> {
  const organisation: OrganisationFacts = { ...facts, kind: 'organisation', creditCode: must(checkOrganisationKey(facts.creditCode)) }
  const representative = await getSubject(ctx.db, organisation.legalRepresentativeId)
  if (representative.kind !== 'person' || representative.forgotten) throw new Refusal(subjectErrors.unknown)
  return register(ctx, organisation, registration, {
    number: organisation.creditCode,
    maskedName: maskOrganisationName(organisation.name, organisation.tradeName),
    maskedNumber: maskCreditCode(organisation.creditCode),
    legalRepresentativeId: organisation.legalRepresentativeId,
  })
}

async function register(ctx: Ctx, facts: SubjectFacts, registration: Registration, { number, ...masks }: Masks): Promise<string> {
  const { vault } = ctx.services
  const id: string = newId(ctx.now.getTime())
  await vault.createKey(ctx.db, id)
  const isNew = await insertSubject(ctx.db, {
    id,
    kind: facts.kind,
    ...masks,
    sealedFacts: await vault.seal(ctx.db, id, facts),
    numberIndex: numberIndexOf(ctx, facts.kind, number),
    phoneIndex: vault.index('phone', facts.phone),
    assuranceLevel: registration.assuranceLevel,
    regionCode: facts.regionCode,
    registeredAt: ctx.now,
    registeredBy: actorOf(ctx.caller),
    demoKey: registration.demoKey ?? null,
  })
  if (!isNew) throw new Refusal(subjectErrors.alreadyRegistered)
  return id
}

/** The blind index under which a number of a person or an organisation is found. */
export function numberIndexOf(ctx: Ctx, kind: SubjectFacts['kind'], number: string): string {
  return ctx.services.vault.index(`${kind}.number`, number)
}
