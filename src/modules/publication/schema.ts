import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'

/** The five classes by which published records are counted (S004); a record is in exactly one (O-02). */
export const RECORD_CLASSES = ['normative', 'workNews', 'enforcement', 'budget', 'other'] as const
export const RecordClass = z.enum(RECORD_CLASSES)
export type RecordClass = z.infer<typeof RecordClass>

/** 法定主动公开分类: the fifteen items of 政府信息公开条例 art. 20, in its order. */
export const RECORD_THEMES = [
  'regulations', 'organisation', 'planning', 'statistics', 'licensing', 'punishment', 'finance', 'charges',
  'procurement', 'projects', 'welfare', 'emergencies', 'inspection', 'recruitment', 'otherLaw',
] as const
export const RecordTheme = z.enum(RECORD_THEMES)
export type RecordTheme = z.infer<typeof RecordTheme>

/** Where a record was published; one record may be in several channels, and in one of them at several places (O-02). */
export const PublicationChannel = z.enum(['portal', 'website', 'gazette', 'microblog', 'wechat', 'bulletinBoard', 'hallTerminal', 'library', 'newspaper', 'television', 'pressConference'])
export type PublicationChannel = z.infer<typeof PublicationChannel>

/** Why a text is kept back after its review: 政府信息公开条例 art. 14 to 16. */
export const WithholdingGround = z.enum(['stateSecret', 'forbiddenByLaw', 'threeSafeties', 'thirdParty', 'internalAffairs', 'processInformation', 'caseFile'])
export type WithholdingGround = z.infer<typeof WithholdingGround>

/** What became of a published punishment: 行政处罚法 art. 48. */
export const RevocationKind = z.enum(['changed', 'revoked', 'unlawful', 'invalid'])
export type RevocationKind = z.infer<typeof RevocationKind>

/** How a published record came to its end. */
export const RecordEnd = z.enum(['withdrawn', 'repealed', 'expired'])
export type RecordEnd = z.infer<typeof RecordEnd>

/** 有效性 of the header of a record. */
export const Validity = z.enum(['valid', 'notYet', 'expired', 'repealed', 'withdrawn'])
export type Validity = z.infer<typeof Validity>

/** The ten types of powers, by the codes of the national catalogue. */
export const POWER_TYPES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'] as const
export const PowerType = z.enum(POWER_TYPES)
export type PowerType = z.infer<typeof PowerType>

/** Why an entry of a power and duty list came, changed or went. */
export const PowerChange = z.enum(['listed', 'lawChanged', 'functionChanged', 'delegated', 'takenBack', 'corrected', 'removed'])
export type PowerChange = z.infer<typeof PowerChange>

export const ProposalState = z.enum(['open', 'accepted', 'declined'])
export type ProposalState = z.infer<typeof ProposalState>

export const Key = z.string().min(1).max(100)
export const RecordNumber = z.string().regex(/^GK\d{12}$/)
export const Remark = z.string().trim().min(1).max(1000)

/** What an editor writes of a record. */
export const RecordText = z.object({
  title: z.string().trim().min(1).max(200),
  /** 内容概述 */
  summary: z.string().trim().min(1).max(500),
  body: z.string().trim().min(1).max(50_000),
  /** 文号 */
  docNo: z.string().trim().min(1).max(60).nullable().default(null),
  /** 成文日期: the day from which the twenty working days are counted. */
  createdOn: Day,
  effectiveOn: Day.nullable().default(null),
  /** The last day of validity. */
  validUntil: Day.nullable().default(null),
  /** When a normative document is to be looked through again. */
  reviewOn: Day.nullable().default(null),
})
export type RecordText = z.infer<typeof RecordText>

/** How a record is filed. An interpretation (政策解读) has no class of its own: it is counted beside the records. */
export const RecordFiling = z.object({
  class: RecordClass.nullable().default(null),
  theme: RecordTheme,
  /** It may be published only together with its interpretation. */
  needsInterpretation: z.stringbool().or(z.boolean()).default(false),
  /** 回应社会关注: it answers what the public is worried or asks about. */
  answersConcern: z.stringbool().or(z.boolean()).default(false),
})
export type RecordFiling = z.infer<typeof RecordFiling>

/** What an editor writes of one power. */
export const PowerText = z.object({
  name: z.string().trim().min(1).max(200),
  type: PowerType,
  /** 设定依据 */
  basis: z.string().trim().min(1).max(2000),
  /** 责任事项 */
  duties: z.string().trim().min(1).max(2000),
  /** 追责情形 */
  accountability: z.string().trim().min(1).max(2000),
  /** The item of the catalogue by which the power is exercised, if there is one. */
  implementCode: z.string().regex(/^[0-9A-Z]{1,40}$/).nullable().default(null),
})
export type PowerText = z.infer<typeof PowerText>
