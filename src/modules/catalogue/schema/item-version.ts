import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { LegalBasis, MarkedText } from './basis.ts'
import { ApplicationForm } from './form.ts'
import { TimeLimit } from '#kernel/time/limits.ts'
import { RequiredMaterial } from './material.ts'
import { ElementMarks, Mark } from './mark.ts'
import { DecisionResult, Fee } from './result.ts'
import { Route, SpecialProcedure } from './route.ts'
import { Condition, Key, Scenario } from './scenario.ts'

/** 事项类型, as the code list of the national tables has them. */
export const ItemType = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'])
export type ItemType = z.infer<typeof ItemType>

export const ADMIN_LICENSE: ItemType = '01'

export const HandlingKind = z.enum(['INSTANT', 'PROMISED'])
export const ItemState = z.enum(['DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'SUSPENDED', 'CANCELLED'])
export type ItemState = z.infer<typeof ItemState>

/** 业务办理项: the smallest unit that is handled; 33 digits. */
export const HandlingItem = z.strictObject({ code: z.string(), name: z.string().min(1).max(200), when: Condition })
export type HandlingItem = z.infer<typeof HandlingItem>

const Phone = z.string().regex(/^0\d{2,3}-\d{7,8}$|^12345$/)

const identity = {
  itemKey: Key,
  version: z.int().min(1),
  state: ItemState,
  effectiveFrom: Day,
  /** The first day on which this version no longer applies. */
  effectiveTo: Day.nullable(),
  basicCode: z.string(),
  implementCode: z.string(),
  localBasicCode: z.string().max(50).nullable(),
  localImplementCode: z.string().max(50).nullable(),
  name: z.string().min(1).max(1000),
  plainName: z.string().min(1).max(200),
  synonyms: z.array(z.string().min(1)).readonly(),
  itemType: ItemType,
  handlingItems: z.array(HandlingItem).min(1).max(99).readonly(),
}

const responsibility = {
  department: Key,
  implementingBody: z.strictObject({ name: z.string().min(1), creditCode: z.string(), nature: z.enum(['STATUTORY', 'AUTHORISED', 'ENTRUSTED']) }),
  entrustedBy: z.string().max(200).nullable(),
  otherDepartments: z.array(Key).readonly(),
  exerciseLevel: z.enum(['1', '2', '3', '4', '5', '6']),
  /** 1 法定本级行使 2 上级下放 3 上级授权 4 同级授权 5 上级委托 6 同级委托 */
  powerSource: z.enum(['1', '2', '3', '4', '5', '6']),
  legalBasis: z.array(LegalBasis).min(1).readonly(),
  /** 1 自然人 2 企业法人 3 事业法人 4 社会组织法人 5 非法人企业 6 行政机关 9 其他组织 */
  serviceObjects: z
    .array(z.enum(['1', '2', '3', '4', '5', '6', '9']))
    .min(1)
    .readonly(),
}

const handling = {
  handlingKind: HandlingKind,
  acceptanceConditions: z.array(MarkedText).min(1).readonly(),
  quantityLimit: z.string().max(300).nullable(),
  /** Null where no law sets a limit: then only the promise binds, as a local setting. */
  statutoryLimit: TimeLimit.nullable(),
  statutoryExtension: TimeLimit.nullable(),
  statutoryLimitNote: z.string().max(500).nullable(),
  promisedLimit: TimeLimit,
  promisedLimitNote: z.string().max(500).nullable(),
  specialProcedures: z.array(SpecialProcedure).readonly(),
  hearing: z.enum(['NONE', 'ON_REQUEST', 'MANDATORY']),
  pledgeApproval: z.boolean(),
  pledgeNote: z.string().max(300).nullable(),
  scenarios: z.array(Scenario).readonly(),
  materials: z.array(RequiredMaterial).readonly(),
  form: ApplicationForm,
  intermediaryServices: z.array(z.string().min(1)).readonly(),
  route: Route,
  result: DecisionResult,
  faq: z.array(z.strictObject({ question: z.string().min(1), answer: z.string().min(1), references: z.array(z.string()).readonly(), mark: Mark })).readonly(),
  notes: z.array(MarkedText).readonly(),
  duties: z.array(MarkedText).readonly(),
}

const access = {
  /** 办理形式 */
  channels: z
    .array(z.enum(['WINDOW', 'ONLINE', 'POST', 'TERMINAL', 'MOBILE']))
    .min(1)
    .readonly(),
  onlineDepth: z.int().min(1).max(4),
  onlineUrl: z.string().max(300).nullable(),
  maxVisits: z.int().min(0).max(9),
  visitReason: z.string().max(300).nullable(),
  postalAllowed: z.boolean(),
  acceptanceScope: z.enum(['NONE', 'NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE']),
  inServiceCentre: z.boolean(),
  bookable: z.boolean(),
  onTerminals: z.boolean(),
  /** 马上办 网上办 就近办 一次办 */
  modes: z.strictObject({ instant: z.boolean(), online: z.boolean(), nearby: z.boolean(), once: z.boolean() }),
  minimumAssurance: z.enum(['L0', 'L1', 'L2', 'L3', 'L4']),
  feeCharged: z.boolean(),
  feeBasis: z.string().max(300).nullable(),
  onlinePayment: z.boolean(),
  fees: z.array(Fee).readonly(),
  feeNote: z.string().max(300).nullable(),
  themes: z.array(Key).readonly(),
  personalTopics: z.array(z.string()).readonly(),
  corporateTopics: z.array(z.string()).readonly(),
  places: z
    .array(z.strictObject({ name: z.string().min(1), address: z.string().min(1), hours: z.string().min(1) }))
    .min(1)
    .readonly(),
  consultPhone: Phone.nullable(),
  complaintPhone: Phone.nullable(),
  singleSignOn: z.boolean(),
  relatedItems: z.array(Key).readonly(),
  marks: ElementMarks,
}

/** 实施清单: one version of one item of one implementing body. It drives guide, form, checklist, clocks, route and result. */
export const ItemVersion = z.strictObject({ ...identity, ...responsibility, ...handling, ...access })
export type ItemVersion = z.infer<typeof ItemVersion>
