import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'

/** Stable pinyin key of a unit, hall, window or post; stands in files, addresses and foreign keys. */
export const Key = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
export type Key = z.infer<typeof Key>

export const StaffNo = z.string().regex(/^[A-Z]{2}\d{4}$/)
export type StaffNo = z.infer<typeof StaffNo>

/** First and last day on which something is in force, both included; `to` null means until further notice. */
const period = { from: Day, to: Day.nullable() }

export const PhoneNumber = z.string().regex(/^(?:1\d{10}|0\d{2,3}-\d{7,8})$/)

const REGION_LEVELS = ['province', 'prefecture', 'county', 'township', 'village'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** GB/T 2260 (6 digits), GB/T 10114 (9 digits) or the statistics bureau's village code (12 digits). */
export const RegionCode = z.string().regex(/^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/)

export const Region = z
  .strictObject({
    code: RegionCode,
    name: z.string().min(1),
    level: z.enum(REGION_LEVELS),
    parent: RegionCode.nullable(),
  })
  .readonly()
export type Region = z.infer<typeof Region>

export const UNIT_KINDS = [
  'government',
  'office',
  'department',
  'publicUtility',
  'inspection',
  'townGovernment',
  'serviceCenter',
] as const

/** 行使层级 of the national exchange: 1 national, 2 province, 3 prefecture, 4 county, 5 township, 6 village. */
export const EXERCISE_LEVELS = ['1', '2', '3', '4', '5', '6'] as const

/** 地方、双重、垂直管理: all three enter the hall and count in the residency rate. */
export const MANAGEMENT_KINDS = ['local', 'dual', 'vertical'] as const

export const Unit = z
  .strictObject({
    key: Key,
    name: z.string().min(1),
    shortName: z.string().min(1),
    kind: z.enum(UNIT_KINDS),
    parentKey: Key.nullable(),
    creditCode: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/),
    regionCode: RegionCode,
    level: z.enum(EXERCISE_LEVELS),
    management: z.enum(MANAGEMENT_KINDS),
    phones: z.strictObject({ consult: PhoneNumber, complaint: PhoneNumber }).readonly(),
  })
  .readonly()
export type Unit = z.infer<typeof Unit>

/** Which items a hall or window takes: all, or those of the listed units, themes or single items. */
export const ItemScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }).readonly(),
  z
    .strictObject({
      kind: z.literal('selected'),
      units: z.array(Key).readonly(),
      themes: z.array(z.string().min(1)).readonly(),
      items: z.array(z.string().min(1)).readonly(),
    })
    .readonly()
    .refine((scope) => scope.units.length + scope.themes.length + scope.items.length > 0, 'an empty selection accepts nothing'),
])
export type ItemScope = z.infer<typeof ItemScope>

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** Weekdays are ISO 8601: 1 Monday to 7 Sunday. Days off and make-up days come from the calendar, not from here. */
export const OpeningHours = z
  .strictObject({
    weekdays: z.array(z.int().min(1).max(7)).min(1).readonly(),
    from: ClockTime,
    to: ClockTime,
    applicants: z.enum(['all', 'persons']),
  })
  .readonly()
  .refine((hours) => hours.from < hours.to, 'opening must come before closing')
export type OpeningHours = z.infer<typeof OpeningHours>

export const HALL_KINDS = ['serviceCenter', 'subCenter', 'townServiceCenter', 'villageServiceStation'] as const

export const Hall = z
  .strictObject({
    key: Key,
    name: z.string().min(1),
    kind: z.enum(HALL_KINDS),
    unitKey: Key,
    regionCode: RegionCode,
    address: z.string().min(1),
    areaSquareMetres: z.number().positive(),
    phone: PhoneNumber,
    openingHours: z.array(OpeningHours).min(1).readonly(),
    scope: ItemScope,
    zones: z.array(z.strictObject({ key: Key, name: z.string().min(1), floor: z.int() }).readonly()).min(1).readonly(),
  })
  .readonly()
export type Hall = z.infer<typeof Hall>

export const WINDOW_KINDS = ['GENERAL', 'DEDICATED'] as const

/** A window of a hall. A general one (综合窗口) takes every item of its hall; a dedicated one (专窗) says which. */
export const Window = z
  .strictObject({
    key: Key,
    hallKey: Key,
    zoneKey: Key,
    number: z.int().positive(),
    name: z.string().min(1),
    kind: z.enum(WINDOW_KINDS),
    scope: ItemScope,
    lowCounter: z.boolean(),
  })
  .readonly()
  .refine((window) => (window.kind === 'GENERAL') === (window.scope.kind === 'all'), 'only a general window takes all items')
export type Window = z.infer<typeof Window>

/** The four powers that a chief representative (首席代表) holds in the hall. */
export const DELEGATED_POWERS = ['decide', 'coordinate', 'reviewAndReport', 'useApprovalSeal'] as const
export type DelegatedPower = (typeof DELEGATED_POWERS)[number]

export const POST_RANKS = ['head', 'deputyHead', 'chiefRepresentative', 'officer', 'clerk'] as const

export const Post = z
  .strictObject({
    key: Key,
    unitKey: Key,
    name: z.string().min(1),
    rank: z.enum(POST_RANKS),
    powers: z.array(z.enum(DELEGATED_POWERS)).readonly(),
  })
  .readonly()
export type Post = z.infer<typeof Post>

export const ROLES = [
  'windowClerk',
  'reviewer',
  'approver',
  'unitHead',
  'catalogueEditor',
  'cataloguePublisher',
  'hallManager',
  'supervisor',
  'reviewHandler',
  'administrator',
  'archivist',
  'hotlineOperator',
  'hotlineLead',
  'publicationEditor',
  'secrecyReviewer',
  'inspector',
  'gridWorker',
  'gridCommander',
  'disclosureOfficer',
  'disclosureHead',
] as const
export type Role = (typeof ROLES)[number]

/** What a role is: whether it may change anything, and with which roles one person may not hold it on the same day. */
export const RoleDefinition = z
  .strictObject({
    key: z.enum(ROLES),
    reach: z.enum(['unit', 'district']),
    readOnly: z.boolean(),
    excludes: z.array(z.enum(ROLES)).readonly(),
  })
  .readonly()
export type RoleDefinition = z.infer<typeof RoleDefinition>

export const RoleAssignment = z
  .strictObject({ role: z.enum(ROLES), unitKey: Key, ...period })
  .readonly()
export type RoleAssignment = z.infer<typeof RoleAssignment>

/** A person who works for a unit. `hallKey` and `windowKey` say where they sit; a unit may send staff into a hall (派驻). */
export const StaffMember = z
  .strictObject({
    staffNo: StaffNo,
    name: z.string().min(2),
    signInName: z.string().regex(/^[a-z]{3,30}\d{0,2}$/),
    unitKey: Key,
    postKey: Key,
    hallKey: Key.nullable(),
    windowKey: Key.nullable(),
    phone: PhoneNumber,
    secondFactor: z.enum(['none', 'totp']),
    employed: z.strictObject(period).readonly(),
    roles: z.array(RoleAssignment).readonly(),
  })
  .readonly()
export type StaffMember = z.infer<typeof StaffMember>

/**
 * Powers kept to the head of the organ (行政机关负责人): extending the limit (行政许可法 art. 42), holding a hearing
 * (art. 46), revoking or withdrawing a permit (art. 69), and in-house approval of a stop of the clock (art. 45).
 */
export const HEAD_POWERS = ['extendLimit', 'stopClock', 'holdHearing', 'revokePermit', 'signDecision'] as const
export type HeadPower = (typeof HEAD_POWERS)[number]

/** The head of a unit lets a deputy act for a stated time; `powers` 'all' or the listed ones. Always ends. */
export const HeadAgency = z
  .strictObject({
    key: Key,
    unitKey: Key,
    headStaffNo: StaffNo,
    deputyStaffNo: StaffNo,
    powers: z.union([z.literal('all'), z.array(z.enum(HEAD_POWERS)).min(1).readonly()]),
    from: Day,
    to: Day,
  })
  .readonly()
  .refine((agency) => agency.from <= agency.to, 'an agency must begin before it ends')
export type HeadAgency = z.infer<typeof HeadAgency>

/** One line of text without control characters, as a person types it; database and screens take it as it is. */
export function oneLine(maxLength: number): z.ZodString {
  return z.string().min(1).max(maxLength).regex(/^[^\p{Cc}\p{Cs}]+$/u)
}

// What the public operations answer with.

export const UnitView = z.object({
  id: Key,
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: Key.nullable(),
  regionCode: RegionCode,
  level: z.enum(EXERCISE_LEVELS),
  creditCode: z.string(),
  management: z.enum(MANAGEMENT_KINDS),
  phones: z.object({ consult: z.string(), complaint: z.string() }).readonly(),
  closed: z.boolean(),
})

export const HallView = z.object({
  id: Key,
  name: z.string(),
  kind: z.enum(HALL_KINDS),
  unitId: Key,
  regionCode: RegionCode,
  address: z.string(),
  areaSquareMetres: z.number(),
  phone: z.string(),
  openingHours: z.array(OpeningHours).readonly(),
  scope: ItemScope,
  zones: Hall.unwrap().shape.zones,
  closed: z.boolean(),
})

export const WindowView = z.object({
  id: Key,
  name: z.string(),
  hallId: Key,
  zone: Key,
  number: z.number(),
  kind: z.enum(WINDOW_KINDS),
  scope: ItemScope,
  lowCounter: z.boolean(),
  closed: z.boolean(),
})

export const HeldRoleView = z.object({ role: z.string(), unitId: Key })
