import type { PersonCaller, StaffCaller } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, getStaffCaller, listEligible, type Role } from '#modules/organisation/index.ts'
import { findByDemoKey, personCallerOf } from '#modules/subjects/index.ts'
import type { TestOffice } from './office.ts'

// Real callers of the demo city, with the roles that they hold on the day of the office's clock.

/** The member of staff of that number. */
export function staffCaller(office: TestOffice, staffId: string): Promise<StaffCaller> {
  return getStaffCaller(office.database.db, staffId, dayOf(office.clock.now()))
}

/** The first member who holds a role for a unit; a number chooses another one. */
export async function holderOf(office: TestOffice, role: Role, unitId: string, place = 0): Promise<StaffCaller> {
  const holders = await listEligible(office.database.db, { unitId, role, day: dayOf(office.clock.now()), except: [] })
  const staffId = holders[place]
  if (staffId === undefined) throw new Error(`the demo city has no ${role} number ${place} of ${unitId}`)
  return staffCaller(office, staffId)
}

/** A clerk of a general window of the district service centre. */
export async function clerk(office: TestOffice, place = 0): Promise<StaffCaller> {
  return holderOf(office, 'windowClerk', (await getOffice(office.database.db)).id, place)
}

export function reviewerOf(office: TestOffice, unitId: string, place = 0): Promise<StaffCaller> {
  return holderOf(office, 'reviewer', unitId, place)
}

export function approverOf(office: TestOffice, unitId: string, place = 0): Promise<StaffCaller> {
  return holderOf(office, 'approver', unitId, place)
}

export function headOf(office: TestOffice, unitId: string): Promise<StaffCaller> {
  return holderOf(office, 'unitHead', unitId)
}

/** The system administrator of the office. */
export async function administrator(office: TestOffice): Promise<StaffCaller> {
  return holderOf(office, 'administrator', (await getOffice(office.database.db)).id)
}

/** A person of data/city/citizens.json by key, at the level of registration unless told. */
export async function personCaller(office: TestOffice, key: string, level?: number): Promise<PersonCaller> {
  const subject = await demoSubject(office, key)
  return personCallerOf(subject, level ?? subject.assuranceLevel)
}

/** The id of a person or organisation of the demo city by key. */
export async function subjectId(office: TestOffice, key: string): Promise<string> {
  return (await demoSubject(office, key)).id
}

async function demoSubject(office: TestOffice, key: string): Promise<NonNullable<Awaited<ReturnType<typeof findByDemoKey>>>> {
  const subject = await findByDemoKey(office.database.db, key)
  if (subject === undefined) throw new Error(`the demo city has no subject ${key}`)
  return subject
}
