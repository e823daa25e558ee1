import { type Caller, law, type PersonCaller, type StaffCaller } from '#kernel/access/caller.ts'
import type { CallOptions } from '#kernel/contract/call.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { seededRandomness } from '#kernel/crypto/randomness.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { JobContext } from '#kernel/jobs/job.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { getOffice, getStaffCaller, listEligible, type Role } from '#modules/organisation/index.ts'
import type { App } from '../../app.ts'
import { type ApplicantFacts, inventedApplication, requiredPapers } from './application.ts'
import type { CasePlan, PlannedAct } from './case-plan.ts'
import { type Dice, dice } from './dice.ts'
import { inventedOrganisation, inventedPerson } from './inhabitants.ts'
import words from './words.zh-CN.json' with { type: 'json' }

export type ActOptions = Required<Pick<CallOptions, 'now' | 'randomness'>> & CallOptions

/** What the simulator knows of a case that lives. */
export interface LivingCase {
  readonly plan: CasePlan
  readonly chance: Dice
  number: string | undefined
  /** The law or somebody else ended it otherwise than planned; its other acts fall away. */
  overtaken: boolean
}

interface Applicant {
  readonly person: PersonCaller
  readonly subjectId: string
  readonly facts: ApplicantFacts
}

export interface CityPeople {
  /** How many persons and enterprises the city has to draw applicants from. */
  readonly persons: number
  readonly organisations: number
}

/** The general windows of the district hall (data/city/windows.json): they take every item. */
const generalWindows = 'qu-zhengwu-zonghe-'

/** The people of a simulated city doing what was planned, each act through its public operation at its simulated time. */
export function actors(app: App, city: { readonly seed: string; readonly openingDay: Day; readonly openedAt: Date; readonly people: CityPeople }) {
  const staff = new Map<string, Promise<readonly StaffCaller[]>>()
  const persons = new Map<number, Promise<PersonCaller>>()
  const organisations = new Map<number, Promise<Applicant>>()
  let office: Promise<string> | undefined
  const clerksUnit = (): Promise<string> => (office ??= getOffice(app.db).then(({ id }) => id))

  const options = (act: string, now: Date): ActOptions => ({ now, randomness: seededRandomness(`${city.seed}:${act}`) })

  const holders = (role: Role, unitId: string): Promise<readonly StaffCaller[]> =>
    remembered(staff, `${role}:${unitId}`, async () => {
      const ids = await listEligible(app.db, { unitId, role, day: city.openingDay, except: [] })
      return Promise.all(ids.map((id) => getStaffCaller(app.db, id, city.openingDay)))
    })
  const oneOf = async (role: Role, unitId: string, chance: Dice): Promise<StaffCaller> => chance.pick(await holders(role, unitId))
  const clerkOf = async (life: LivingCase): Promise<StaffCaller> => {
    const clerks = (await holders('windowClerk', await clerksUnit())).filter((clerk) => clerk.windowId?.startsWith(generalWindows) ?? false)
    return clerks[life.plan.index % clerks.length] as StaffCaller
  }

  const personOf = (n: number): Promise<PersonCaller> =>
    remembered(persons, n, async () => {
      const [clerk] = await holders('windowClerk', await clerksUnit())
      const found = await app.call('subjects.find-or-register-person', clerk as StaffCaller, inventedPerson(city.seed, n), { ...options(`person:${n}`, city.openedAt), idempotencyKey: `city-person-${n}` })
      return { kind: 'person', id: found.id, level: 3, name: found.maskedName }
    })
  const organisationOf = (n: number): Promise<Applicant> =>
    remembered(organisations, n, async () => {
      const representative = n % city.people.persons
      const [person, [clerk]] = [await personOf(representative), await holders('windowClerk', await clerksUnit())]
      const invented = inventedOrganisation(city.seed, n)
      const found = await app.call('subjects.register-organisation', clerk as StaffCaller, { ...invented, legalRepresentativeId: person.id }, { ...options(`organisation:${n}`, city.openedAt), idempotencyKey: `city-organisation-${n}` })
      const { name, idNumber } = inventedPerson(city.seed, representative)
      return { person, subjectId: found.id, facts: { name, idNumber, phone: invented.phone, address: invented.address, creditCode: invented.creditCode } }
    })
  /** The applicant of the n-th case: always the same, whoever asks first. */
  const applicantOf = async ({ plan }: LivingCase): Promise<Applicant> => {
    const chance = dice(`${city.seed}:applicant:${plan.index}`)
    if (!plan.item.serviceObjects.includes('1')) return organisationOf(chance.between(0, city.people.organisations - 1))
    const n = chance.between(0, city.people.persons - 1)
    const { name, idNumber, phone, address } = inventedPerson(city.seed, n)
    const person = await personOf(n)
    return { person, subjectId: person.id, facts: { name, idNumber, phone, address, creditCode: inventedOrganisation(city.seed, n % city.people.organisations).creditCode } }
  }

  const submit = async (life: LivingCase): Promise<void> => {
    const { plan } = life
    const [first] = plan.acts
    const at = first?.at ?? city.openedAt
    const applicant = await applicantOf(life)
    const application = inventedApplication(plan.item, plan.answers, applicant.facts, { day: dayOf(at), chance: dice(`${city.seed}:form:${plan.index}`) })
    const caller = plan.channel === 'window' ? await clerkOf(life) : applicant.person
    const answer = await app.call(
      'cases.submit-case',
      caller,
      { ...application, applicantId: applicant.subjectId, channel: plan.channel, delivery: { kind: 'electronic' } },
      { ...options(`case:${plan.index}:submit`, at), idempotencyKey: `city-case-${plan.index}` },
    )
    life.number = answer.number
  }

  /** Performs one act. An act that the case's state no longer allows ends the plan of the case; any other refusal is thrown. */
  async function perform(life: LivingCase, act: PlannedAct): Promise<void> {
    if (life.overtaken) return
    try {
      if (life.number === undefined) await submit(life)
      if (act.kind !== 'submit') await command(life, act, life.number ?? '')
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'lifecycle.command-not-allowed') throw error
      life.overtaken = true
    }
  }

  async function command(life: LivingCase, act: Exclude<PlannedAct, { kind: 'submit' }>, number: string): Promise<void> {
    const { plan, chance } = life
    const { item } = plan
    const how = options(`case:${plan.index}:${act.kind}${act.kind === 'review' ? `:${act.step.key}` : ''}`, act.at)
    switch (act.kind) {
      case 'accept':
        return void (await app.call('cases.accept-case', await clerkOf(life), { number }, how))
      case 'requestCorrection': {
        const material = requiredPapers(item, plan.answers)[0] ?? ''
        return void (await app.call('cases.request-correction', await clerkOf(life), { number, defects: [{ material, standard: 0, note: words.defectNote }] }, how))
      }
      case 'correct': {
        const material = requiredPapers(item, plan.answers)[0] ?? ''
        return void (await app.call('cases.correct-case', (await applicantOf(life)).person, { number, materials: [{ material, by: 'paper', copies: 1 }] }, how))
      }
      case 'review': {
        const reviewers = await holders('reviewer', act.step.unit)
        const first = plan.index % reviewers.length
        const officers = Array.from({ length: act.step.officers }, (_, place) => (reviewers[(first + place) % reviewers.length] as StaffCaller).id)
        return void (await app.call('cases.review-case', reviewers[first] as StaffCaller, { number, step: act.step.key, opinion: 'agree', officers }, how))
      }
      case 'suspend':
        return void (await app.call('cases.suspend-case', await oneOf('approver', item.department, chance), { number, cause: 'expertReview', reason: words.stopReason, limit: { value: 20, unit: 'WORKING_DAY' } }, how))
      case 'resume':
        return void (await app.call('cases.resume-case', await oneOf('approver', item.department, chance), { number, result: words.stopResult }, how))
      case 'withdraw':
        return void (await app.call('cases.withdraw-case', (await applicantOf(life)).person, { number, reason: words.withdrawReason }, how))
      case 'decide':
        return void (await app.call('cases.decide-case', await oneOf('approver', item.department, chance), { number, result: act.result, ...(act.result === 'refuse' && { reasons: [words.refusalReason] }) }, how))
      case 'issue':
        return void (await app.call('cases.issue-case', await clerkOf(life), { number }, how))
      case 'deliver':
        return void (await app.call('cases.deliver-case', await clerkOf(life), { number }, how))
      case 'rate': {
        const text = chance.pick(words.ratings[act.grade])
        return void (await app.call('evaluations.rate', (await applicantOf(life)).person, { number, grade: act.grade, ...(text !== '' && { text }), channel: plan.channel === 'window' ? 'hallTablet' : 'web' }, how))
      }
    }
  }

  /** Lets the law act on clocks that ran out, by the very job of the office (C-01, C-13, C-18); returns how often it did. */
  async function applyLaw(at: Date): Promise<number> {
    const job = app.jobs.find(({ name }) => name === 'cases.apply-lapsed-clocks')
    if (job === undefined) throw new Error('the job that applies lapsed clocks is gone')
    let count = 0
    const run = async (operation: Operation, input: unknown, caller: Caller = law): Promise<unknown> => {
      if (operation.kind === 'query') return app.run(operation, caller, input, { now: at })
      count += 1
      return app.run(operation, caller, input, options(`law:${at.toISOString()}:${count}`, at))
    }
    await job.run({ ...app.jobContext(), now: at, run: run as JobContext['run'] }, {})
    return count
  }

  return { perform, applyLaw, options }
}

function remembered<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}
