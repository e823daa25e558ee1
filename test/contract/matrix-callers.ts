import type { Caller } from '#kernel/access/caller.ts'
import { anonymous } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, getStaffCaller, listEligible, type Role } from '#modules/organisation/index.ts'
import { personCaller } from '#test/harness/callers.ts'
import type { TestOffice } from '#test/harness/office.ts'

/** A column of the matrix: who asks, under a name by which records say whom they let in. */
export interface MatrixCaller {
  readonly name: string
  readonly caller: Caller
}

/** The unit to which the records of the matrix belong, and one that has no part in them. */
export const ownUnit = 'shichang-jianguan'
export const foreignUnit = 'fazhan-gaige'
/** Where the supervisors of the whole district are. */
const supervisingUnit = 'jiwei-jianwei'

/**
 * Everybody: nobody, the person of the records, another one, an agent, and each role of staff in the unit of the records and in a
 * foreign one. Every member of staff is another person, because calls are counted by person.
 */
export async function matrixCallers(office: TestOffice): Promise<readonly MatrixCaller[]> {
  const persons = [
    ['person', 'zhang-xiaomei'],
    ['foreign person', 'li-guoqiang'],
    ['agent', 'tan-yongan'],
  ] as const
  const callers: MatrixCaller[] = [{ name: 'anonymous', caller: anonymous }]
  for (const [name, key] of persons) callers.push({ name, caller: await personCaller(office, key) })
  for (const [place, role] of staffRoles(office).entries()) {
    callers.push({ name: `${role} own`, caller: await ownHolder(office, role, new Set(callers.flatMap(({ caller }) => (caller.kind === 'staff' ? [caller.id] : [])))) })
    const id = `HD00${20 + place}`
    callers.push({ name: `${role} foreign`, caller: { kind: 'staff', id, name: id, unitId: foreignUnit, roles: [{ role, unitId: foreignUnit }] } })
  }
  return callers
}

/** Every role that holds a permission and that a member of staff is given; the others follow from the kind of caller. */
function staffRoles(office: TestOffice): readonly Role[] {
  const roles = new Set(Object.values(office.app.permissions).flatMap((permission) => permission.roles))
  return [...roles].filter((role): role is Role => !['anyone', 'person', 'staff', 'system'].includes(role)).toSorted()
}

/** A holder of the role in the unit of the records, whom no other role brought in yet; of the office where the unit has none, because the role is one of the office. */
async function ownHolder(office: TestOffice, role: Role, taken: ReadonlySet<string>): Promise<Caller> {
  const { db } = office.database
  const day = dayOf(office.clock.now())
  const officeUnit = (await getOffice(db)).id
  for (const unitId of role === 'windowClerk' ? [officeUnit] : [ownUnit, officeUnit, supervisingUnit]) {
    const holders = await listEligible(db, { unitId, role, day, except: [] })
    const staffId = holders.find((id) => !taken.has(id)) ?? holders[0]
    if (staffId === undefined) continue
    const { roles, ...member } = await getStaffCaller(db, staffId, day)
    return { ...member, roles: roles.filter((held) => held.role === role) }
  }
  // A role that comes with an agency and not by appointment: the deputy of the unit of the records.
  return { kind: 'staff', id: 'HD0074', name: 'HD0074', unitId: ownUnit, roles: [{ role, unitId: ownUnit }] }
}
