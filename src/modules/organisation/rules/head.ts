import { fine, fineWith, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { HeadAgency, HeadPower } from '../schema.ts'
import { holdsRole, isEmployed, type Member } from './roles.ts'

export interface HeadQuestion {
  readonly unitKey: string
  readonly power: HeadPower
  readonly on: Day
}

/** Somebody who may use a power of the head; `agencyKey` is null for the head in person. */
export interface ActingHead {
  readonly staffNo: string
  readonly agencyKey: string | null
}

function covers(agency: HeadAgency, power: HeadPower): boolean {
  return agency.powers === 'all' || agency.powers.includes(power)
}

/**
 * Everybody who may use a power of a unit's head on a day: the head first, then deputies under an agency in force.
 * An agency falls when the head who granted it is no longer head or the deputy has left; the head keeps the power meanwhile.
 */
export function actingHeads(
  staff: readonly Member[],
  agencies: readonly HeadAgency[],
  question: HeadQuestion,
): Verdict<readonly ActingHead[]> {
  const { unitKey, power, on } = question
  const heads = staff.filter((member) => holdsRole(member, 'unitHead', unitKey, on)).map((member) => member.staffNo)
  const inOffice = new Set(staff.filter((member) => isEmployed(member, on)).map((member) => member.staffNo))
  const deputies = agencies
    .filter((agency) => agency.unitKey === unitKey && agency.from <= on && on <= agency.to && covers(agency, power))
    .filter((agency) => heads.includes(agency.headStaffNo) && inOffice.has(agency.deputyStaffNo))
    .map((agency) => ({ staffNo: agency.deputyStaffNo, agencyKey: agency.key }))
  const acting = [...heads.map((staffNo) => ({ staffNo, agencyKey: null })), ...deputies]
  return acting.length === 0 ? refuse(organisationErrors.noHead, { unitKey, on }) : fineWith(acting)
}

/** Whether one member may use a power of the head on a day, and by which agency, for the record of the decision. */
export function checkActsAsHead(
  staffNo: string,
  staff: readonly Member[],
  agencies: readonly HeadAgency[],
  question: HeadQuestion,
): Verdict<ActingHead> {
  const acting = actingHeads(staff, agencies, question)
  if (!acting.ok) return acting
  const found = acting.value.find((candidate) => candidate.staffNo === staffNo)
  return found === undefined ? refuse(organisationErrors.notHead, { staffNo, unitKey: question.unitKey, power: question.power }) : fineWith(found)
}

function sharePowers(one: HeadAgency, other: HeadAgency): boolean {
  if (one.powers === 'all') return true
  return one.powers.some((power) => covers(other, power))
}

/**
 * Whether a new agency may be recorded: granted by the head in person (a deputy cannot pass it on, after 民法典 art. 169),
 * to another member of the same unit who stays in office, and no second deputy for the same power on the same day.
 */
export function checkNewAgency(agency: HeadAgency, staff: readonly Member[], existing: readonly HeadAgency[]): Verdict {
  const grantor = staff.find((member) => member.staffNo === agency.headStaffNo)
  if (grantor === undefined || !holdsRole(grantor, 'unitHead', agency.unitKey, agency.from)) {
    return refuse(organisationErrors.agencyNotGrantedByHead, { staffNo: agency.headStaffNo, unitKey: agency.unitKey })
  }
  const deputy = staff.find((member) => member.staffNo === agency.deputyStaffNo)
  const fit =
    deputy !== undefined &&
    deputy !== grantor &&
    deputy.unitKey === agency.unitKey &&
    isEmployed(deputy, agency.from) &&
    isEmployed(deputy, agency.to)
  if (!fit) return refuse(organisationErrors.agencyDeputyUnfit, { staffNo: agency.deputyStaffNo, unitKey: agency.unitKey })
  const clash = existing.find(
    (other) => other.unitKey === agency.unitKey && other.from <= agency.to && agency.from <= other.to && sharePowers(agency, other),
  )
  return clash === undefined ? fine : refuse(organisationErrors.agencyOverlaps, { agencyKey: clash.key, from: clash.from, to: clash.to })
}
