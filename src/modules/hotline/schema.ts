import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'

/** 咨询 求助 投诉 举报 建议 其他 (H-01). */
export const ORDER_KINDS = ['consult', 'help', 'complaint', 'report', 'suggestion', 'other'] as const
export const OrderKind = z.enum(ORDER_KINDS)
export type OrderKind = z.infer<typeof OrderKind>

export const OrderChannel = z.enum(['phone', 'web', 'app', 'mail'])
export type OrderChannel = z.infer<typeof OrderChannel>

/** Why an order is not accepted (H-10): the eight grounds of the local rules, and a request that cannot be made out. */
export const RejectionClass = z.enum(['notGovernmentDuty', 'emergencyService', 'otherOrgan', 'litigation', 'statutoryProcedure', 'secretOrPrivate', 'noNewFacts', 'unlawful', 'unclear'])
export type RejectionClass = z.infer<typeof RejectionClass>

/** How somebody was told. */
export const ToldChannel = z.enum(['phone', 'sms', 'letter', 'inPerson'])
export type ToldChannel = z.infer<typeof ToldChannel>

/** What the caller said when called back; the last two are no answer and enter no ratio. */
export const Satisfaction = z.enum(['satisfied', 'basicallySatisfied', 'dissatisfied', 'unreachable', 'refused'])
export type Satisfaction = z.infer<typeof Satisfaction>

/** Why a unit claims that it is not its duty; nothing else allows a return (H-04). */
export const ReturnGround = z.enum(['notOurDuty'])
export type ReturnGround = z.infer<typeof ReturnGround>

/** Why somebody may not handle an order: he is reported, near to who is, or has an interest in it (H-11). */
export const RecusalGround = z.enum(['reported', 'relative', 'interest'])
export type RecusalGround = z.infer<typeof RecusalGround>

/** Why the contact of a caller is read unmasked. */
export const ReadingPurpose = z.enum(['contact', 'verify', 'callBack'])
export type ReadingPurpose = z.infer<typeof ReadingPurpose>

/** The two numbers of the room: the citizens' hotline, and the line that puts questions through to the units. */
export const CallLine = z.enum(['12345', '96128'])
export type CallLine = z.infer<typeof CallLine>

export const Key = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/).max(60)
export const RegionCode = z.string().regex(/^\d{6,12}$/)
export const OrderNumber = z.string().regex(/^RX\d{13}$/)
export const QueryCode = z.string().regex(/^\d{6}$/)
/** Number of a member of staff. */
export const StaffId = z.string().regex(/^HD\d{4}$/)
export const Phone = z.string().trim().regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/)
/** What somebody of the office or of a unit writes; whoever writes it leaves names and numbers out. */
export const Note = z.string().trim().min(1).max(1000)

/** The guided application that an answer leads to, with what the caller has already told. */
export const GuidedApplication = z.strictObject({
  implementCode: z.string().regex(/^[0-9A-Z]{1,40}$/),
  answers: z.record(z.string().max(60), z.array(z.string().max(60)).max(20)).default({}),
})
export type GuidedApplication = z.infer<typeof GuidedApplication>

/** What a caller asks for; 3,000 characters as in the systems that exchange orders. */
const appeal = {
  kind: OrderKind,
  title: z.string().trim().min(1).max(60),
  content: z.string().trim().min(1).max(3000),
  place: z.string().trim().max(200).optional(),
  regionCode: RegionCode.optional(),
  /** The caller wants not to be known to whom the report is about, nor to who handles it (H-11). */
  secret: z.boolean().default(false),
}

/** An appeal through the network. Somebody who signed in is known already. */
export const FiledAppeal = z.object({
  ...appeal,
  channel: z.enum(['web', 'app']).default('web'),
  name: z.string().trim().max(50).optional(),
  phone: Phone.optional(),
})

/** A letter or e-mail from which an operator takes an appeal: the day that stands on it, the day it was there (today unless told), and what was scanned of it. */
export const Letter = z.object({ writtenOn: Day.optional(), arrivedOn: Day.optional(), fileIds: z.array(z.uuid()).max(5).default([]) })
export type Letter = z.infer<typeof Letter>

/** The hotline above that passed an order on: 省级 or 市级. */
export const UpperSource = z.enum(['province', 'city'])
export type UpperSource = z.infer<typeof UpperSource>

/** The number of an order (上级编号) in the hotline above from which it came; each has its own way of counting. */
export const UpperNumber = z.string().trim().regex(/^[0-9A-Za-z-]{4,40}$/)
export const UpperOrder = z.object({ source: UpperSource, number: UpperNumber })
export type UpperOrder = z.infer<typeof UpperOrder>

/** An appeal taken by an operator. The number that called and the number to call back are two things. */
export const TakenAppeal = z.object({
  ...appeal,
  channel: OrderChannel.default('phone'),
  emergency: z.boolean().default(false),
  name: z.string().trim().max(50).optional(),
  phone: Phone.optional(),
  callingNumber: Phone.optional(),
  callId: z.uuid().optional(),
  letter: Letter.optional(),
  upper: UpperOrder.optional(),
  /** Where the seat knows it already; the office decides when it dispatches. */
  category: Key.optional(),
  /** The unit that is complained of or reported: it never handles the order (H-11). */
  concernedUnitId: Key.optional(),
})

/** What a handler reads of an order whose caller is secret: written by the office, without what tells who called. */
export const Brief = z.object({ title: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(2000) })
export type Brief = z.infer<typeof Brief>

/** What stands under the key of the caller. */
export interface AppealText {
  readonly title: string
  readonly content: string
  readonly place: string | null
}

/** The caller as sealed. */
export interface CallerFacts {
  readonly name: string | null
  readonly phone: string | null
  readonly callingNumber: string | null
}

/** What an article says, in the order of its form; each version has all of it. */
export const ARTICLE_FIELDS = ['category', 'question', 'answer', 'basis', 'implementCode', 'expiresOn'] as const
export type ArticleField = (typeof ARTICLE_FIELDS)[number]
export type ArticleText = Readonly<Record<ArticleField, string | null>>

export const Cursor = z.string().max(60).regex(/^\d~[0-9a-f-]{36}$/)
