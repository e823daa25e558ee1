import { parseDay } from '#kernel/time/day.ts'
import type { HeadAgency, Role, RoleAssignment, StaffMember, Unit, Window } from '#modules/organisation/schema.ts'
import { inventedName } from './names.ts'
import { GOVERNMENT, INSPECTION, OFFICE } from './units.ts'

const MAIN_HALL = 'qu-zhengwu'
const MARKET = 'shichang-jianguan'

interface Position {
  readonly unitKey: string
  readonly post: string
  readonly roles: readonly Role[]
  readonly hallKey?: string
  readonly windowKey?: string
}

/** Units with many cases have more reviewers and a second approver, so that a draw has something to choose from. */
const REVIEWERS: Readonly<Record<string, number>> = { [MARKET]: 4, 'ziran-ziyuan': 3, 'zhufang-jianshe': 3, 'budongchan-dengji': 3, gongan: 3 }
const APPROVERS: Readonly<Record<string, number>> = { [MARKET]: 2, 'ziran-ziyuan': 2, 'zhufang-jianshe': 2 }

function repeated(count: number, position: Position): readonly Position[] {
  return Array.from({ length: count }, () => position)
}

function officePositions(halls: readonly string[]): readonly Position[] {
  const at = { unitKey: OFFICE, hallKey: MAIN_HALL }
  return [
    { unitKey: OFFICE, post: 'head', roles: ['unitHead'] },
    { unitKey: OFFICE, post: 'deputy', roles: ['hotlineLead', 'inspector'] },
    { ...at, post: 'items', roles: ['catalogueEditor', 'secrecyReviewer'] },
    { ...at, post: 'items', roles: ['catalogueEditor', 'publicationEditor'] },
    { ...at, post: 'publishing', roles: ['cataloguePublisher'] },
    ...halls.map((hallKey): Position => ({ unitKey: OFFICE, post: 'hall', roles: ['hallManager'], hallKey })),
    { ...at, post: 'ratings', roles: ['reviewHandler', 'inspector'] },
    { ...at, post: 'ratings', roles: ['reviewHandler', 'hotlineOperator'] },
    { ...at, post: 'system', roles: ['administrator'] },
    { ...at, post: 'archive', roles: ['archivist'] },
    ...repeated(2, { unitKey: INSPECTION, post: 'supervisor', roles: ['supervisor'] }),
  ]
}

function departmentPositions(unit: Unit): readonly Position[] {
  const at = { unitKey: unit.key, hallKey: MAIN_HALL }
  return [
    { unitKey: unit.key, post: 'head', roles: ['unitHead'] },
    ...repeated((APPROVERS[unit.key] ?? 1) - 1, { ...at, post: 'chief', roles: ['approver'] }),
    { ...at, post: 'chief', roles: ['approver', 'secrecyReviewer', 'disclosureHead'] },
    ...repeated((REVIEWERS[unit.key] ?? 2) - 1, { ...at, post: 'review', roles: ['reviewer'] }),
    { ...at, post: 'review', roles: ['reviewer', 'publicationEditor', 'disclosureOfficer'] },
  ]
}

/** One clerk for every window, and a second (AB岗) for the first ten general windows of the main hall. */
function clerkPositions(windows: readonly Window[]): readonly Position[] {
  return windows.flatMap((window) => {
    const sender = window.scope.kind === 'selected' ? window.scope.units[0] : undefined
    const host = window.hallKey === 'huadong-zhen' ? 'huadong-zhen-dangqun' : OFFICE
    const position: Position = { unitKey: sender ?? host, post: 'window', roles: ['windowClerk'], hallKey: window.hallKey, windowKey: window.key }
    const hasSubstitute = window.kind === 'GENERAL' && window.hallKey === MAIN_HALL && window.number <= 10
    return repeated(hasSubstitute ? 2 : 1, position)
  })
}

/** The district's command centre, and in each town a centre of its own, two grid workers and one who handles events. */
function gridPositions(towns: readonly Unit[]): readonly Position[] {
  const positions = towns.flatMap(({ key: unitKey }): readonly Position[] => [
    { unitKey, post: 'grid', roles: ['gridCommander'] },
    ...repeated(2, { unitKey, post: 'grid-worker', roles: ['gridWorker'] }),
    { unitKey, post: 'enforcement', roles: ['reviewer'] },
  ])
  return [{ unitKey: OFFICE, post: 'grid', roles: ['gridCommander'] }, ...positions]
}

function memberOf(position: Position, at: number): StaffMember {
  const number = at + 1
  const from = parseDay(`${2016 + (at % 9)}-0${1 + (at % 9)}-01`)
  const roles = position.roles.map((role): RoleAssignment => ({ role, unitKey: position.unitKey, from, to: null }))
  return {
    staffNo: `HD${String(number).padStart(4, '0')}`,
    ...inventedName(number),
    unitKey: position.unitKey,
    postKey: `${position.unitKey}-${position.post}`,
    hallKey: position.hallKey ?? null,
    windowKey: position.windowKey ?? null,
    phone: `1380000${String(1000 + number)}`,
    secondFactor: 'none',
    employed: { from, to: null },
    roles,
  }
}

/** All staff in a fixed order: the office, the inspection organ, the departments, the windows, the head of the government, the grid, the disclosure office of the government. */
export function staffOf(units: readonly Unit[], halls: readonly string[], windows: readonly Window[]): readonly StaffMember[] {
  const departments = units.filter((unit) => unit.kind === 'department' || unit.kind === 'publicUtility')
  const government: Position = { unitKey: GOVERNMENT, post: 'head', roles: ['unitHead'] }
  const disclosure: readonly Position[] = [
    { unitKey: GOVERNMENT, post: 'disclosure-head', roles: ['disclosureHead'] },
    { unitKey: GOVERNMENT, post: 'disclosure', roles: ['disclosureOfficer'] },
  ]
  return [...officePositions(halls), ...departments.flatMap(departmentPositions), ...clerkPositions(windows), government, ...gridPositions(units.filter(({ kind }) => kind === 'townGovernment')), ...disclosure].map(memberOf)
}

function inPost(staff: readonly StaffMember[], postKey: string): string {
  const member = staff.find((candidate) => candidate.postKey === postKey)
  if (member === undefined) throw new Error(`nobody holds the post ${postKey}`)
  return member.staffNo
}

/** Three agencies: one for all powers, one for two of them, and one that is over. */
export function headAgenciesOf(staff: readonly StaffMember[]): readonly HeadAgency[] {
  const agency = (unitKey: string, deputyPost: string, rest: Pick<HeadAgency, 'powers' | 'from' | 'to'>): HeadAgency => ({
    key: `${unitKey}-${rest.from}`,
    unitKey,
    headStaffNo: inPost(staff, `${unitKey}-head`),
    deputyStaffNo: inPost(staff, `${unitKey}-${deputyPost}`),
    ...rest,
  })
  return [
    agency(OFFICE, 'deputy', { powers: 'all', from: '2026-01-01', to: '2027-12-31' }),
    agency(MARKET, 'chief', { powers: ['extendLimit', 'stopClock'], from: '2026-01-01', to: '2027-12-31' }),
    agency('zhufang-jianshe', 'chief', { powers: 'all', from: '2025-03-03', to: '2025-03-14' }),
  ]
}
