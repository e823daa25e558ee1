import { z } from 'zod'
import { EXERCISE_LEVELS, HALL_KINDS, Key, MANAGEMENT_KINDS, oneLine, OpeningHours, PhoneNumber, POST_RANKS, RegionCode, Unit } from '../schema.ts'

// What the administrator enters.

export const UnitFields = z.object({
  name: oneLine(80),
  shortName: oneLine(20),
  parentId: Key.nullable(),
  regionCode: RegionCode,
  level: z.enum(EXERCISE_LEVELS),
  creditCode: Unit.unwrap().shape.creditCode,
  management: z.enum(MANAGEMENT_KINDS),
  phones: z.object({ consult: PhoneNumber, complaint: PhoneNumber }),
})
export type UnitFields = z.infer<typeof UnitFields>

export const HallFields = z.object({
  name: oneLine(80),
  kind: z.enum(HALL_KINDS),
  unitId: Key,
  regionCode: RegionCode,
  address: oneLine(200),
  areaSquareMetres: z.number().positive().max(1_000_000),
  phone: PhoneNumber,
  openingHours: z.array(OpeningHours).min(1).max(14),
  zones: z.array(z.object({ key: Key, name: oneLine(40), floor: z.int().min(-9).max(200) })).min(1).max(50),
})
export type HallFields = z.infer<typeof HallFields>

/** A general window takes everything that its hall takes; a dedicated one names the units that it serves, besides themes and items that it has already. */
export const WindowFields = z.object({
  zone: Key,
  number: z.int().positive().max(9999),
  name: oneLine(40),
  lowCounter: z.boolean(),
  units: z.union([z.literal('all'), z.array(Key).max(100)]),
})
export type WindowFields = z.infer<typeof WindowFields>

export const StaffFields = z.object({
  unitId: Key,
  postName: oneLine(40),
  rank: z.enum(POST_RANKS),
  hallId: Key.nullable(),
  windowId: Key.nullable(),
})
export type StaffFields = z.infer<typeof StaffFields>

/** What the administrator creates, changes and closes. */
export const CHANGED_KINDS = ['unit', 'hall', 'window', 'staff'] as const
export type ChangedKind = (typeof CHANGED_KINDS)[number]

/** Why something is closed, for the record. */
export const ClosingReason = z.string().trim().min(1).max(500)
