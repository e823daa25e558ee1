import { z } from 'zod'

/** 社区 街镇 区: the three levels at which an event is handled (G-04). */
export const LEVELS = ['community', 'town', 'district'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

/** 巡查 公众 12345 视频 物联: where the office learnt of it. */
export const EventSource = z.enum(['patrol', 'public', 'hotline', 'video', 'sensor'])
export type EventSource = z.infer<typeof EventSource>

/** Of what a photo is evidence. */
export const PhotoStage = z.enum(['report', 'treatment', 'verification'])
export type PhotoStage = z.infer<typeof PhotoStage>

/** Why an event is not filed (G-07). */
export const DeclineReason = z.enum(['notThere', 'belowCondition', 'notGovernmentDuty', 'duplicate', 'outsideDistrict', 'unclear'])
export type DeclineReason = z.infer<typeof DeclineReason>

/** 评价: how whoever reported it finds the result. */
export const EventGrade = z.enum(['satisfied', 'basicallySatisfied', 'dissatisfied'])
export type EventGrade = z.infer<typeof EventGrade>

export const EventNumber = z.string().regex(/^WG\d{13}$/)
export const QueryCode = z.string().regex(/^\d{6}$/)
/** The community's code of 12 digits and the number of the cell in it. */
export const CellId = z.string().regex(/^\d{14}$/)
export const TownCode = z.string().regex(/^\d{9}$/)
export const CommunityCode = z.string().regex(/^\d{12}$/)
export const CategoryKey = z.string().regex(/^[PE]\d{4}$/)
/** The 16 digits on a component (部件标识码): district 6, big class 2, small class 2, number 6. Source: GB/T 30428.2, as an example has it. */
export const ComponentCode = z.string().regex(/^\d{16}$/)
/** 在用 拆除: whether a component stands there. */
export const ComponentState = z.enum(['inUse', 'removed'])
export type ComponentState = z.infer<typeof ComponentState>
export const UnitKey = z.string().regex(/^[a-z][a-z0-9-]*$/).max(60)
export const StaffNo = z.string().regex(/^[A-Z]{2}\d{4}$/)
export const Phone = z.string().trim().regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/)
/** What somebody of the office or of a unit writes; whoever writes it leaves names and numbers out. */
export const Note = z.string().trim().min(1).max(1000)
export const Longitude = z.coerce.number().min(73).max(136)
export const Latitude = z.coerce.number().min(3).max(54)

/** Where something is, in degrees (WGS 84). */
export const Place = z.object({ longitude: Longitude, latitude: Latitude })
export type Place = z.infer<typeof Place>

/** What is reported, and where: by the component whose code was read, by a point, or by the cell where no point is known. */
export const Problem = z.object({
  category: CategoryKey,
  description: z.string().trim().min(1).max(1000),
  address: z.string().trim().max(200).optional(),
  longitude: Longitude.optional(),
  latitude: Latitude.optional(),
  cellId: CellId.optional(),
  componentCode: ComponentCode.optional(),
})
export type Problem = z.output<typeof Problem>

/** What stands under the event's own key. */
export interface ReportText {
  readonly description: string
  readonly address: string | null
  readonly name: string | null
  readonly phone: string | null
}

export const PageLimit = z.coerce.number().int().min(1).max(100).default(20)
