import { fine, fineWith, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { StaffMember } from '../schema.ts'
import { holdsRole } from './roles.ts'

/** Why somebody who holds the role may not have this matter. */
export type ExclusionReason = 'acceptedTheCase' | 'recused' | 'absent'

export interface Exclusion {
  readonly staffNo: string
  readonly reason: ExclusionReason
}

export interface EligibleOfficers {
  /** Staff numbers in ascending order: the frozen candidate list of a draw. */
  readonly eligible: readonly string[]
  /** Only exclusions that took somebody off the list, so that the record of the draw can name them. */
  readonly excluded: readonly Exclusion[]
}

/** Reviewers or approvers of a unit among whom a case may be drawn on a day (C-15). Refuses when nobody is left. */
export function eligibleOfficers(
  staff: readonly StaffMember[],
  wanted: { readonly role: 'reviewer' | 'approver'; readonly unitKey: string; readonly on: Day },
  exclusions: readonly Exclusion[],
): Verdict<EligibleOfficers> {
  const holders = staff.filter((member) => holdsRole(member, wanted.role, wanted.unitKey, wanted.on)).map((member) => member.staffNo)
  const reasonOf = new Map(exclusions.map((exclusion) => [exclusion.staffNo, exclusion.reason]))
  const eligible = holders.filter((staffNo) => !reasonOf.has(staffNo)).sort()
  const excluded = holders.sort().flatMap((staffNo) => {
    const reason = reasonOf.get(staffNo)
    return reason === undefined ? [] : [{ staffNo, reason }]
  })
  if (eligible.length === 0) return refuse(organisationErrors.noEligibleOfficer, { unitKey: wanted.unitKey, role: wanted.role, on: wanted.on, excluded })
  return fineWith({ eligible, excluded })
}

/** Who accepted a case does not approve it (C-15). */
export function checkSeparation(acceptorStaffNo: string, approverStaffNo: string): Verdict {
  return acceptorStaffNo === approverStaffNo ? refuse(organisationErrors.acceptorIsApprover, { staffNo: approverStaffNo }) : fine
}

/** A check of the substance needs two or more officers of the unit (C-11, 行政许可法 art. 34). */
export function checkSubstanceOfficers(
  staff: readonly StaffMember[],
  unit: { readonly unitKey: string; readonly on: Day },
  staffNos: readonly string[],
): Verdict {
  const named = new Set(staffNos)
  const officers = staff.filter(
    (member) =>
      named.has(member.staffNo) &&
      (holdsRole(member, 'reviewer', unit.unitKey, unit.on) || holdsRole(member, 'approver', unit.unitKey, unit.on)),
  )
  return officers.length >= 2 ? fine : refuse(organisationErrors.tooFewOfficers, { needed: 2, found: officers.length })
}
