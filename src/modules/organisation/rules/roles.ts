import { fine, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { Role, RoleDefinition, StaffMember } from '../schema.ts'

/** What the rules need to know of a member of staff. */
export type Member = Pick<StaffMember, 'staffNo' | 'unitKey' | 'employed' | 'roles'>

interface Period {
  readonly from: Day
  readonly to: Day | null
}

/** Both ends count. Days are ISO strings, so their order is the order of the text. */
export function isInForce(period: Period, on: Day): boolean {
  return period.from <= on && (period.to === null || on <= period.to)
}

export function isEmployed(member: Member, on: Day): boolean {
  return isInForce(member.employed, on)
}

/** The roles a member holds on a day, each once. Who has left holds none, whatever the assignments say. */
export function rolesOn(member: Member, on: Day): readonly Role[] {
  if (!isEmployed(member, on)) return []
  return [...new Set(member.roles.filter((assignment) => isInForce(assignment, on)).map((assignment) => assignment.role))]
}

export function holdsRole(member: Member, role: Role, unitKey: string, on: Day): boolean {
  return isEmployed(member, on) && member.roles.some((held) => held.role === role && held.unitKey === unitKey && isInForce(held, on))
}

/** Refuses roles that one person may not hold together: a supervisor nothing else (S-22), an administrator no business role. */
export function checkRoleCombination(roles: readonly Role[], definitions: readonly RoleDefinition[]): Verdict {
  for (const definition of definitions) {
    if (!roles.includes(definition.key)) continue
    const clash = roles.find((role) => role !== definition.key && definition.excludes.includes(role))
    if (clash !== undefined) return refuse(organisationErrors.rolesExclude, { role: definition.key, excludes: clash })
  }
  return fine
}

/** The roles that nobody may hold together with this one, in the order of the definitions; an exclusion counts whichever of the two declares it. */
export function excludedBy(role: Role, definitions: readonly RoleDefinition[]): readonly Role[] {
  const declared = definitions.find(({ key }) => key === role)?.excludes ?? []
  return definitions.flatMap(({ key, excludes }) => (key !== role && (declared.includes(key) || excludes.includes(role)) ? [key] : []))
}

/** Whether a member may change anything on a day (S-22): one read-only role is enough to change nothing. */
export function checkMayChange(member: Member, on: Day, definitions: readonly RoleDefinition[]): Verdict {
  const held = rolesOn(member, on)
  const readOnly = definitions.find((definition) => definition.readOnly && held.includes(definition.key))
  return readOnly === undefined ? fine : refuse(organisationErrors.readOnlyRole, { role: readOnly.key })
}
