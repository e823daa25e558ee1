import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { isDay } from '#kernel/time/day.ts'
import { gridErrors } from '../errors.ts'
import { ComponentCode, type ComponentState, Latitude, Longitude, type Place } from '../schema.ts'

/** One line of an import as it was written. What is left out is empty. */
export interface ComponentLine {
  readonly code: string
  readonly longitude: string
  readonly latitude: string
  readonly address: string
  readonly unit: string
  readonly surveyedOn: string
  readonly state: string
}

export type ComponentField = keyof ComponentLine

/** What is wrong with a line. */
export type ComponentFaultReason = 'codeUnreadable' | 'codeTwice' | 'categoryUnknown' | 'otherDistrict' | 'placeUnreadable' | 'placeOutside' | 'addressTooLong' | 'unitUnknown' | 'dayUnreadable' | 'stateUnknown'

export interface ComponentFault {
  readonly field: ComponentField
  readonly reason: ComponentFaultReason
}

/** A component as it is kept. */
export interface ReadComponent extends Place {
  readonly code: string
  readonly category: string
  readonly cellId: string
  readonly address: string | null
  readonly unitId: string
  readonly surveyedOn: string | null
  readonly state: ComponentState
}

/** What a line is read against. */
export interface ComponentFacts {
  /** The unit that usually keeps a class; undefined for no class. */
  readonly keeperOf: (category: string) => string | undefined
  readonly cellOf: (place: Place) => string | undefined
  /** The unit of a key or a name. */
  readonly unitOf: (text: string) => string | undefined
  readonly stateOf: (text: string) => ComponentState | undefined
}

export type ReadLine = { readonly component: ReadComponent } | { readonly faults: readonly ComponentFault[] }

const longestAddress = 200

/** The class of a component stands in its code. */
export function categoryIn(code: string): string {
  return `P${code.slice(6, 10)}`
}

/** Reads one line of an import: a component, or everything that is wrong with the line. */
export function readComponentLine(line: ComponentLine, facts: ComponentFacts): ReadLine {
  const faults: ComponentFault[] = []
  const wrong = (field: ComponentField, reason: ComponentFaultReason): void => void faults.push({ field, reason })
  const isCode = ComponentCode.safeParse(line.code).success
  const category = categoryIn(line.code)
  const keeper = facts.keeperOf(category)
  if (!isCode) wrong('code', 'codeUnreadable')
  else if (keeper === undefined) wrong('code', 'categoryUnknown')
  const place = placeIn(line)
  const cellId = place && facts.cellOf(place)
  if (place === undefined) wrong('longitude', 'placeUnreadable')
  else if (cellId === undefined) wrong('longitude', 'placeOutside')
  else if (isCode && cellId.slice(0, 6) !== line.code.slice(0, 6)) wrong('code', 'otherDistrict')
  const unitId = line.unit === '' ? keeper : facts.unitOf(line.unit)
  if (line.unit !== '' && unitId === undefined) wrong('unit', 'unitUnknown')
  if (line.address.length > longestAddress) wrong('address', 'addressTooLong')
  if (line.surveyedOn !== '' && !isDay(line.surveyedOn)) wrong('surveyedOn', 'dayUnreadable')
  const state = line.state === '' ? 'inUse' : facts.stateOf(line.state)
  if (state === undefined) wrong('state', 'stateUnknown')
  if (faults.length > 0 || place === undefined || cellId === undefined || unitId === undefined || state === undefined) return { faults }
  return { component: { code: line.code, category, cellId, ...place, address: line.address === '' ? null : line.address, unitId, surveyedOn: line.surveyedOn === '' ? null : line.surveyedOn, state } }
}

function placeIn({ longitude, latitude }: ComponentLine): Place | undefined {
  if (longitude === '' || latitude === '') return undefined
  const [east, north] = [Longitude.safeParse(longitude), Latitude.safeParse(latitude)]
  return east.success && north.success ? { longitude: east.data, latitude: north.data } : undefined
}

/** An event about a component is of its class, or of a class of events: a bill stuck on a lamp post. */
export function checkComponentClass(category: string, componentCode: string | null): Verdict {
  if (componentCode === null || category.startsWith('E') || category === categoryIn(componentCode)) return fine
  return refuse(gridErrors.componentOtherClass, { category }, [{ pointer: '/category', code: gridErrors.componentOtherClass.code }])
}
