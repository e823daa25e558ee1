import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'

/** How surely the platform knows who is there; each level includes the ones below it. */
export const ASSURANCE_LEVELS = ['L0', 'L1', 'L2', 'L3', 'L4'] as const
export const AssuranceLevel = z.enum(ASSURANCE_LEVELS)
export type AssuranceLevel = z.infer<typeof AssuranceLevel>

/** Ways to reach a level: a phone code; name and number checked; face or bank card; in person, a CA or the electronic licence. */
export const STEP_UP_WAYS = ['phoneCode', 'nameAndNumber', 'face', 'bankCard', 'inPerson', 'digitalCertificate', 'electronicLicence'] as const
export type StepUpWay = (typeof STEP_UP_WAYS)[number]

/** National codes of the documents a person proves identity with (certType of the exchange store). */
const ID_KINDS = {
  citizenId: '111',
  residencePermit: '154',
  passport: '414',
  taiwanTravelPermit: '511',
  hongKongMacaoTravelPermit: '516',
  foreignPermanentResident: '553',
} as const
export type IdKind = keyof typeof ID_KINDS

export const SEXES = ['male', 'female'] as const

const SUBJECT_KINDS = ['person', 'organisation'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** As what somebody acts for somebody else. */
export const CAPACITIES = ['legalRepresentative', 'agent'] as const

/** Why a member of staff reads unmasked data; the person sees it (个人信息保护法 art. 6, 17). */
export const UNMASK_PURPOSES = ['acceptance', 'review', 'contact', 'delivery', 'complaint'] as const
/** Everything that the list of looks may name: besides, what is looked at in the rooms of other businesses, and an agent has the forms of his principal filled in. */
export const LOOK_PURPOSES = [...UNMASK_PURPOSES, 'check', 'issue', 'document', 'certificate', 'certificate-doubt', 'disclosure-mail', 'sent-messages', 'prefill', 'hotline'] as const

/** One line of text without control characters, as a person types it; database and screens take it as it is. */
export function oneLine(minLength: number, maxLength: number): z.ZodString {
  return z.string().min(minLength).max(maxLength).regex(/^[^\p{Cc}\p{Cs}]+$/u)
}

export const SubjectKey = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
export const MobilePhone = z.string().regex(/^1\d{10}$/)
const AnyPhone = z.string().regex(/^(?:1\d{10}|0\d{2,3}-\d{7,8})$/)
const RegionCode = z.string().regex(/^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/)

export const Person = z
  .strictObject({
    key: SubjectKey,
    name: oneLine(2, 50),
    sex: z.enum(SEXES),
    birthOn: Day,
    idKind: z.enum(Object.keys(ID_KINDS) as [IdKind, ...IdKind[]]),
    idNumber: oneLine(5, 20),
    phone: MobilePhone,
    regionCode: RegionCode,
    address: oneLine(1, 200),
    assuranceLevel: AssuranceLevel,
  })
  .readonly()
export type Person = z.infer<typeof Person>

/** Kinds by the first two characters of the unified social credit code (GB 32100). */
export const ORGANISATION_KINDS = {
  '11': 'stateOrgan',
  '12': 'publicInstitution',
  '13': 'peopleOrganisation',
  '51': 'socialGroup',
  '52': 'privateNonEnterprise',
  '53': 'foundation',
  '91': 'enterprise',
  '92': 'individualBusiness',
  '93': 'farmersCooperative',
  N1: 'ruralCollective',
  Y1: 'other',
} as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[keyof typeof ORGANISATION_KINDS]

/** 存续、吊销、注销 */
const ORGANISATION_STATES = ['active', 'revoked', 'dissolved'] as const

/** `tradeName` is the 字号 within the name (企业名称登记管理规定 art. 6); it is what masking hides. */
export const Organisation = z
  .strictObject({
    key: SubjectKey,
    name: oneLine(4, 100),
    tradeName: oneLine(2, 30).nullable(),
    creditCode: z.string().length(18),
    legalRepresentativeKey: SubjectKey,
    establishedOn: Day,
    phone: AnyPhone,
    regionCode: RegionCode,
    address: oneLine(1, 200),
    state: z.enum(ORGANISATION_STATES),
  })
  .readonly()
  .refine((organisation) => organisation.tradeName === null || organisation.name.includes(organisation.tradeName), 'the trade name is part of the name')
export type Organisation = z.infer<typeof Organisation>

export const Principal = z.strictObject({ kind: z.enum(['person', 'organisation']), key: SubjectKey }).readonly()
export type Principal = z.infer<typeof Principal>

/** What an agent may do for the principal: everything, the listed items, or the items of the listed themes. */
export const AuthorisationScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }).readonly(),
  z.strictObject({ kind: z.literal('items'), items: z.array(z.string().min(1)).min(1).readonly() }).readonly(),
  z.strictObject({ kind: z.literal('themes'), themes: z.array(z.string().min(1)).min(1).readonly() }).readonly(),
])
export type AuthorisationScope = z.infer<typeof AuthorisationScope>

/** A written power of attorney (授权委托书, 民法典 art. 165): who, for whom, for what, from when to when. */
export const AgentAuthorisation = z
  .strictObject({
    key: SubjectKey,
    principal: Principal,
    agentKey: SubjectKey,
    scope: AuthorisationScope,
    from: Day,
    to: Day,
    documentId: z.string().min(1),
    revokedOn: Day.nullable(),
  })
  .readonly()
  .refine((authorisation) => authorisation.from <= authorisation.to, 'an authorisation must begin before it ends')
  .refine(
    (authorisation) => authorisation.principal.kind === 'organisation' || authorisation.principal.key !== authorisation.agentKey,
    'nobody is their own agent',
  )
export type AgentAuthorisation = z.infer<typeof AgentAuthorisation>



export const IdKindSchema = z.enum(Object.keys(ID_KINDS) as [IdKind, ...IdKind[]])

/** What the office holds of a person, sealed. */
export const PersonFacts = z
  .strictObject({
    kind: z.literal('person'),
    name: oneLine(2, 50),
    sex: z.enum(SEXES),
    birthOn: Day,
    idKind: IdKindSchema,
    idNumber: oneLine(5, 20),
    phone: MobilePhone,
    regionCode: RegionCode,
    address: oneLine(1, 200),
  })
  .readonly()
export type PersonFacts = z.infer<typeof PersonFacts>

/** What the office holds of an organisation, sealed; the legal representative is a person of the register. */
export const OrganisationFacts = z
  .strictObject({
    kind: z.literal('organisation'),
    name: oneLine(4, 100),
    tradeName: oneLine(2, 30).nullable(),
    creditCode: z.string().length(18),
    legalRepresentativeId: z.uuid(),
    establishedOn: Day,
    phone: AnyPhone,
    regionCode: RegionCode,
    address: oneLine(1, 200),
    state: z.enum(ORGANISATION_STATES),
  })
  .readonly()
export type OrganisationFacts = z.infer<typeof OrganisationFacts>

export type SubjectFacts = PersonFacts | OrganisationFacts

/** A subject as everybody sees it who may see it at all. */
export const MaskedSubject = z.object({ id: z.uuid(), kind: z.enum(SUBJECT_KINDS), maskedName: z.string(), maskedNumber: z.string() })

/** Facts for a form by the names of its `prefill`: `subject.name`, `organisation.creditCode`, `agent.phone` … */
export const KnownFactsAnswer = z.object({ facts: z.record(z.string(), z.string()) })
