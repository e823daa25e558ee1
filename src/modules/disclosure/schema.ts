import { z } from 'zod'

/** How an application came in; the day of its receipt follows from it (art. 31, O-07). `personalName`: a letter addressed to somebody of the agency by name, who may have signed for it without the agency having it. */
export const CHANNELS = ['online', 'inPerson', 'registeredMail', 'ordinaryMail', 'personalName', 'email', 'fax'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

/** Who applies, as the columns of the annual table tell them apart. */
export const APPLICANT_KINDS = ['person', 'business', 'research', 'welfare', 'legalService', 'otherOrganisation'] as const
export const ApplicantKind = z.enum(APPLICANT_KINDS)
export type ApplicantKind = z.infer<typeof ApplicantKind>

/** In which form the information is wanted (art. 29, art. 40). */
export const WantedForm = z.enum(['online', 'email', 'post', 'pickUp', 'viewing'])
export type WantedForm = z.infer<typeof WantedForm>

/**
 * What an answer is in the main: the seven kinds of art. 36 in their order, the separable record of art. 37, and what the
 * regulation does not handle as an application (art. 35, 36(7) apart, 39).
 */
export const ANSWER_KINDS = ['alreadyPublic', 'provided', 'withheld', 'notAvailable', 'otherAgency', 'repeated', 'specialRules', 'partlyProvided', 'notHandled'] as const
export const AnswerKind = z.enum(ANSWER_KINDS)
export type AnswerKind = z.infer<typeof AnswerKind>

/** Why something is withheld (art. 14 to 16), is not there (art. 30, 36(4), 38), or is no application (art. 35, 39). */
export const WITHHOLDING_GROUNDS = ['stateSecret', 'forbiddenByLaw', 'safetyAndStability', 'thirdParty', 'internalAffairs', 'process', 'enforcementFile'] as const
export const UNAVAILABLE_GROUNDS = ['notHeld', 'needsMaking', 'stillUnclear'] as const
export const UNHANDLED_GROUNDS = ['petition', 'publication', 'excessive', 'reissue'] as const
export const GROUNDS = [...WITHHOLDING_GROUNDS, ...UNAVAILABLE_GROUNDS, ...UNHANDLED_GROUNDS] as const
export const Ground = z.enum(GROUNDS)
export type Ground = z.infer<typeof Ground>

/** What an answer may say besides its kind. */
export const ANSWER_PARTS = ['provided', 'withheldPart', 'ground', 'reason', 'legalBasis', 'told', 'earlierNumber'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

interface AnswerForm {
  /** Without these the letter says too little (O-08, O-09); what is not among them belongs to another kind. */
  readonly needs: readonly AnswerPart[]
  readonly grounds: readonly Ground[]
  readonly mayAttach: boolean
}

const plain = { grounds: [], mayAttach: false } as const
const given = { grounds: [], mayAttach: true } as const

/** What each kind of answer says; those that go against the applicant state reason and legal basis. */
export const ANSWER_FORMS: Readonly<Record<AnswerKind, AnswerForm>> = {
  alreadyPublic: { ...plain, needs: ['told'] },
  provided: { ...given, needs: ['provided'] },
  withheld: { ...plain, needs: ['ground', 'reason', 'legalBasis'], grounds: WITHHOLDING_GROUNDS },
  notAvailable: { ...plain, needs: ['ground', 'reason', 'legalBasis'], grounds: UNAVAILABLE_GROUNDS },
  otherAgency: { ...plain, needs: ['reason', 'legalBasis', 'told'] },
  repeated: { ...plain, needs: ['earlierNumber', 'reason', 'legalBasis'] },
  specialRules: { ...plain, needs: ['reason', 'legalBasis', 'told'] },
  partlyProvided: { ...given, needs: ['provided', 'withheldPart', 'ground', 'reason', 'legalBasis'], grounds: WITHHOLDING_GROUNDS },
  notHandled: { ...plain, needs: ['ground', 'reason', 'legalBasis'], grounds: UNHANDLED_GROUNDS },
}

/** A petition is told where it belongs, a published paper where it is got (art. 39, O-14). */
export function tellsChannel(kind: AnswerKind, ground: Ground | undefined): boolean {
  return kind === 'notHandled' && (ground === 'petition' || ground === 'publication')
}

/** By items or by pages, never both (O-12). */
export const FeeMethod = z.enum(['items', 'pages'])
export type FeeMethod = z.infer<typeof FeeMethod>

/** Whose opinion is asked: somebody whom publication may harm (art. 32), or an agency that made the record as well (art. 34). */
export const ConsultedKind = z.enum(['thirdParty', 'coMaker'])
export type ConsultedKind = z.infer<typeof ConsultedKind>
/** Silence of a third party leaves it to the agency, that of another maker is consent (O-06). */
export const Opinion = z.enum(['agrees', 'objects', 'silent', 'deemedConsent'])
export type Opinion = z.infer<typeof Opinion>

/** Review, a lawsuit without review, a lawsuit after it: the three parts of the last table of the annual report. */
export const REMEDY_KINDS = ['review', 'suit', 'suitAfterReview'] as const
export const RemedyKind = z.enum(REMEDY_KINDS)
export type RemedyKind = z.infer<typeof RemedyKind>
export const REMEDY_RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const
export const RemedyResult = z.enum(REMEDY_RESULTS)
export type RemedyResult = z.infer<typeof RemedyResult>

const line = (longest: number) => z.string().trim().min(1).max(longest).regex(/^[^\p{Cc}\p{Cs}]+$/u)
const optionalLine = (longest: number) => z.string().trim().max(longest).optional().transform((text) => text || undefined)

export const RequestNumber = z.string().regex(/^SQ\d{13}$/)
export const UnitKey = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/).max(60)
/** What an officer writes into a letter or a file. */
export const Statement = z.string().trim().min(1).max(2000)

export const RecordTitle = line(200)

/** The information that is asked for: its name or number, or what else makes it findable (art. 29). */
export const WantedRecord = z.object({
  title: RecordTitle,
  docNo: optionalLine(60),
  features: z.string().trim().max(2000).optional().transform((text) => text || undefined),
})
export type WantedRecord = z.infer<typeof WantedRecord>

/** Name, proof of identity and contact of an applicant (art. 29). */
export const ApplicantFacts = z.object({
  name: line(100),
  /** Citizen number, number of another document, or credit code of an organisation. */
  idNumber: z.string().trim().toUpperCase().regex(/^[0-9A-Z]{5,20}$/),
  phone: z.string().trim().regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/),
  address: optionalLine(200),
  email: z.union([z.literal('').transform(() => undefined), z.email().max(100)]).optional(),
})
export type ApplicantFacts = z.infer<typeof ApplicantFacts>

/** What an officer puts together as the answer; which parts belong to which kind is in `rules/answers.ts`. */
export const AnswerDraft = z.object({
  kind: AnswerKind,
  ground: Ground.optional(),
  reason: Statement.optional(),
  legalBasis: z.string().trim().min(1).max(300).optional(),
  /** How to get it, whom to ask instead, or the channel for a petition. */
  told: Statement.optional(),
  /** What is given. */
  provided: Statement.optional(),
  /** What is not given of a record that can be separated. */
  withheldPart: Statement.optional(),
  /** The answered application of the same applicant that this one repeats. */
  earlierNumber: RequestNumber.optional(),
  fileIds: z.array(z.uuid()).max(20).default([]),
})
export type AnswerDraft = z.infer<typeof AnswerDraft>

/** What is taken out of a PDF: passages wherever they stand, and whole pages, counted from 1. */
export const Removal = z.object({
  passages: z.array(z.string().trim().min(1).max(500)).max(200).default([]),
  pages: z.array(z.int().min(1).max(500)).max(500).default([]),
})
export type Removal = z.infer<typeof Removal>

/** A mail as it came: from which address, about what, in which words. */
export const Mail = z.object({ from: z.email().max(100), subject: z.string().trim().max(200), text: z.string().trim().min(1).max(20_000) })
export type Mail = z.infer<typeof Mail>

/** `registered`: it was an application; `setAside`: it was none. */
export const MAIL_STATES = ['waiting', 'registered', 'setAside'] as const
export type MailState = (typeof MAIL_STATES)[number]
