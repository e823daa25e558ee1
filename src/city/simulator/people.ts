import type { PersonCaller, StaffCaller } from '#kernel/access/caller.ts'
import type { CallOptions } from '#kernel/contract/call.ts'
import { seededRandomness } from '#kernel/crypto/randomness.ts'
import { actKey } from '#kernel/simulation/mark.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { getOffice, getStaffCaller, listEligible, type Role } from '#modules/organisation/index.ts'
import type { App } from '../../app.ts'
import type { ApplicantFacts } from './application.ts'
import { dice } from './dice.ts'
import { inventedOrganisation, inventedPerson } from './inhabitants.ts'

export type ActOptions = Required<Pick<CallOptions, 'now' | 'randomness'>> & CallOptions

/** Who lives and works in a city: from the seed, registered when first needed, always as of the opening. */
export interface CitySetting {
  readonly seed: string
  readonly openingDay: Day
  readonly openedAt: Date
  /** How many persons and enterprises there are to draw applicants from. */
  readonly persons: number
  readonly organisations: number
}

export interface Applicant {
  readonly person: PersonCaller
  readonly subjectId: string
  readonly facts: ApplicantFacts
}

/** The people of a city as callers. */
export interface CityPeople {
  /** The clerk of a general window of the district hall, in turn. */
  clerk(turn: number): Promise<StaffCaller>
  /** Who holds a role for a unit, in the order of staff numbers. */
  holders(role: Role, unitId: string): Promise<readonly StaffCaller[]>
  /** Who holds a role in the office itself. */
  inOffice(role: Role): Promise<readonly StaffCaller[]>
  /** The applicant of the n-th case: always the same, whoever asks first. */
  applicant(index: number, item: Pick<ItemVersion, 'serviceObjects'>): Promise<Applicant>
}

/** The general windows of the district hall (data/city/windows.json): they take every item. */
const generalWindows = 'qu-zhengwu-zonghe-'

/**
 * What an act is called with: its instant, a random stream that nothing else uses, and a key under which it is done once. `act` names it
 * in the whole city, in ASCII. The key is forgotten when the day was lived to its end.
 */
export function actOptions(seed: string, act: string, now: Date): ActOptions {
  return { now, randomness: seededRandomness(`${seed}:${act}`), idempotencyKey: actKey(act) }
}

/** As `actOptions`, with a key that stays: later days ask again for the answer. */
export function lastingOptions(seed: string, act: string, now: Date): ActOptions {
  return { ...actOptions(seed, act, now), idempotencyKey: `city:${act}` }
}

export function peopleOf(app: App, city: CitySetting): CityPeople {
  const { seed } = city
  const staff = new Map<string, Promise<readonly StaffCaller[]>>()
  const persons = new Map<number, Promise<PersonCaller>>()
  const organisations = new Map<number, Promise<Applicant>>()
  let officeId: Promise<string> | undefined

  const holders: CityPeople['holders'] = (role, unitId) =>
    remembered(staff, `${role}:${unitId}`, async () => {
      const ids = await listEligible(app.db, { unitId, role, day: city.openingDay, except: [] })
      return Promise.all(ids.map((id) => getStaffCaller(app.db, id, city.openingDay)))
    })
  const office = (): Promise<string> => (officeId ??= getOffice(app.db).then(({ id }) => id))
  const inOffice: CityPeople['inOffice'] = async (role) => holders(role, await office())
  const clerks = (): Promise<readonly StaffCaller[]> =>
    remembered(staff, 'general windows', async () => (await inOffice('windowClerk')).filter((clerk) => clerk.windowId?.startsWith(generalWindows) ?? false))
  const clerk: CityPeople['clerk'] = async (turn) => {
    const all = await clerks()
    return all[turn % all.length] as StaffCaller
  }
  const personOf = (n: number): Promise<PersonCaller> =>
    remembered(persons, n, async () => {
      const found = await app.call('subjects.find-or-register-person', await clerk(0), inventedPerson(seed, n), lastingOptions(seed, `person:${n}`, city.openedAt))
      return { kind: 'person', id: found.id, level: 3, name: found.maskedName }
    })
  const organisationOf = (n: number): Promise<Applicant> =>
    remembered(organisations, n, async () => {
      const representative = n % city.persons
      const person = await personOf(representative)
      const invented = inventedOrganisation(seed, n)
      const found = await app.call('subjects.register-organisation', await clerk(0), { ...invented, legalRepresentativeId: person.id }, lastingOptions(seed, `organisation:${n}`, city.openedAt))
      const { name, idNumber } = inventedPerson(seed, representative)
      return { person, subjectId: found.id, facts: { name, idNumber, phone: invented.phone, address: invented.address, creditCode: invented.creditCode } }
    })
  return {
    clerk,
    holders,
    inOffice,
    async applicant(index, item) {
      const chance = dice(`${seed}:applicant:${index}`)
      if (!item.serviceObjects.includes('1')) return organisationOf(chance.between(0, city.organisations - 1))
      const n = chance.between(0, city.persons - 1)
      const { name, idNumber, phone, address } = inventedPerson(seed, n)
      const person = await personOf(n)
      return { person, subjectId: person.id, facts: { name, idNumber, phone, address, creditCode: inventedOrganisation(seed, n % city.organisations).creditCode } }
    },
  }
}

function remembered<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}
