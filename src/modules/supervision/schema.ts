import { z } from 'zod'

/** From where a finding came: every way leads into the one register (S-13). */
export const FINDING_SOURCES = ['signal', 'patrol', 'video', 'thirdParty', 'mysteryVisit', 'inspection', 'replyQuality', 'complaint', 'suggestionBox'] as const
export type FindingSource = (typeof FINDING_SOURCES)[number]

/** The sources of which an inspector writes; the others come from a record of their own. */
export const WRITTEN_SOURCES = ['video', 'thirdParty', 'mysteryVisit', 'inspection'] as const satisfies readonly FindingSource[]

/** 轻微, 明显, 严重 */
export const FINDING_GRADES = ['minor', 'obvious', 'serious'] as const
export type FindingGrade = (typeof FINDING_GRADES)[number]

/** The six points that a patrol looks at (S-04). */
export const CHECK_POINTS = ['appearance', 'posture', 'otherWork', 'deskUntidy', 'leftPost', 'noAwaySign'] as const

/** What was wrong: the limit, the six points of a patrol, and what supervision of approvals looks for. */
export const VIOLATIONS = ['nearlyDue', 'overdue', ...CHECK_POINTS, 'refusedApplication', 'noReasonGiven', 'bypassedOnline', 'unlawfulFee', 'attitude', 'badReply', 'other'] as const
export type Violation = (typeof VIOLATIONS)[number]

/** What follows from findings by the ladder (S-05); a reminder and a deduction are no measures, they stand on the finding. */
export const MEASURES = ['talkBySection', 'talkByDivision', 'letter', 'letterWithRecordings', 'yellowCard', 'redCard', 'advice'] as const
export type MeasureKind = (typeof MEASURES)[number]

/** What supports a finding (S-06): a signal, a visit, a file, a case or order, an item of the box, a checked reply. */
export const EVIDENCE_KINDS = ['signal', 'visit', 'file', 'matter', 'boxItem', 'checkedReply'] as const
export const EvidenceReference = z.object({ kind: z.enum(EVIDENCE_KINDS), reference: z.string().min(1).max(60) })
export type EvidenceReference = z.infer<typeof EvidenceReference>

export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]

export const BOX_ITEM_KINDS = ['suggestion', 'criticism', 'praise'] as const
export type BoxItemKind = (typeof BOX_ITEM_KINDS)[number]

export const COMPLAINT_RESULTS = ['founded', 'partlyFounded', 'unfounded'] as const
export type ComplaintResult = (typeof COMPLAINT_RESULTS)[number]

/** Why a complaint is not taken up. */
export const DECLINE_GROUNDS = ['notAboutService', 'alreadyHandled', 'otherRemedy'] as const

/** What a second look at a reply asks. */
export const REPLY_FAULTS = ['notAnswered', 'noBasis', 'wrongFact', 'rudeTone'] as const
export type ReplyFault = (typeof REPLY_FAULTS)[number]

export const BULLETIN_PERIODS = ['week', 'month'] as const
export type BulletinPeriod = (typeof BULLETIN_PERIODS)[number]

export const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(60)
export const StaffId = z.string().regex(/^HD\d{4,6}$/)
/** What somebody wrote; names and numbers of citizens do not belong into it. */
export const Note = z.string().trim().min(1).max(1000)

const numberOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}\\d{12}$`))
export const FindingNumber = numberOf('JC')
export const MeasureNumber = numberOf('DC')
export const PatrolNumber = numberOf('XC')
export const OpeningNumber = numberOf('KX')
export const ComplaintNumber = numberOf('FT')
export const SampleNumber = numberOf('CC')
export const BulletinNumber = numberOf('TB')

export const Page = { limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
