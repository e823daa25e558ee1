import type { StaffCaller } from '#kernel/access/caller.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { fill } from '#ui/fill.ts'
import type { InputOf } from '../../app.ts'
import { annualReportsOn } from './annual-reports.ts'
import { beginningsOf } from './arrivals.ts'
import type { Business, CityAct } from './business.ts'
import { type Channel, isReceivedAtOnce, planRequest, type RequestPlan, type RequestStep } from './disclosure-plan.ts'
import words from './disclosure-words.zh-CN.json' with { type: 'json' }
import { inventedOrganisation, inventedPerson } from './inhabitants.ts'
import { pairOf, unitsWithBoth } from './official-year.ts'
import { type ActOptions, actOptions, lastingOptions } from './people.ts'
import type { CityPlan, Stage } from './stage.ts'
import { actsOfLife, type Step } from './stepped-life.ts'

/** Applicants for information are other people than those of the hall, so that the numbers of both stay their own. */
const firstApplicant = 700_000

/** Reports on the whole district (O-13); whoever wants to know something asks a department. */
const government = 'qu-zhengfu'

/** Applications for information, by every way in and to every kind of answer (O-03 to O-15), and the annual reports (O-13). */
export function disclosureBusiness(stage: Stage, city: CityPlan): Business {
  const institutions = unitsWithBoth('disclosureOfficer', 'disclosureHead')
  const setting = { seed: city.seed, calendar: city.calendar, units: institutions.filter((unit) => unit !== government) }
  const volumes = (city.profile.disclosureApplications ?? []).map((volume) => ({ ...volume, to: dayBeforeLast(city, volume.to) }))
  const beginnings = beginningsOf(city, volumes, 'nothing')
  const plans = new Map<number, RequestPlan>()
  return {
    *arrivals(day) {
      yield* annualReportsOn(stage, city, { units: institutions, day })
      for (const index of beginnings(day)) {
        const plan = planRequest(setting, index, day)
        plans.set(index, plan)
        yield* actsOfRequest(stage, plan, plan.repeats === undefined ? undefined : plans.get(plan.repeats))
      }
    },
  }
}

/** What comes by then has its receipt confirmed in the stated period: a report counts what was received. */
function dayBeforeLast({ calendar }: CityPlan, to: Day): Day {
  const last = calendar.workingDaysBefore(to) - (calendar.kindOf(to).working ? 0 : 1)
  return calendar.workingDayAt(last - 1)
}

function actsOfRequest(stage: Stage, plan: RequestPlan, earlier: RequestPlan | undefined): readonly CityAct[] {
  const name = `request:${plan.index}`
  const letters = `letters:${plan.unitId}`
  const opening = {
    name,
    at: plan.at,
    counters: ['disclosureRequest', `applicant:${plan.applicant}`, ...(isReceivedAtOnce(plan.channel) ? [letters] : [])],
    begins: 'disclosureRequests',
    perform: () => apply(stage, plan),
  }
  return actsOfLife(stage, opening, plan.steps.map((step): Step => stepOf(stage, { ...plan, earlier }, step, letters)))
}

/** Hands the application in; asked again, answers the same number. */
async function apply(stage: Stage, plan: RequestPlan): Promise<string> {
  const { app, people, seed } = stage
  const { unitId, channel, applicant, asOrganisation, at } = plan
  const how = lastingOptions(seed, `request:${plan.index}:apply`, at)
  const record = isUnclear(plan) ? { title: fill(words.unclear, { number: plan.index + 1 }) } : plan.record
  if (channel === 'online') {
    const { person } = await people.applicant(firstApplicant + applicant, { serviceObjects: ['1'] })
    return (await app.call('disclosure.submit-request', person, { unitId, record }, how)).number
  }
  const facts = asOrganisation ? organisationFacts(seed, applicant) : personFacts(seed, applicant)
  const taker = channel === 'inPerson' ? await people.clerk(applicant) : await officerOf(stage, unitId)
  const receipt = channel === 'registeredMail' ? { receivedOn: dayOf(at) } : {}
  return (await app.call('disclosure.register-request', taker, { unitId, channel, applicant: facts, applicantKind: asOrganisation ? 'business' : 'person', record, wantedForm: wantedBy[channel], ...receipt }, how)).number
}

const wantedBy = { inPerson: 'pickUp', registeredMail: 'post', ordinaryMail: 'post', personalName: 'post', email: 'email', fax: 'post' } as const satisfies Readonly<Record<Exclude<Channel, 'online'>, string>>

type Facts = InputOf<'disclosure.register-request'>['applicant']

function personFacts(seed: string, applicant: number): Facts {
  const { name, idNumber, phone, address } = inventedPerson(seed, firstApplicant + applicant)
  return { name, idNumber, phone, address }
}

function organisationFacts(seed: string, applicant: number): Facts {
  const { name, creditCode, phone, address } = inventedOrganisation(seed, firstApplicant + applicant)
  return { name, idNumber: creditCode, phone, address }
}

function isUnclear({ steps }: RequestPlan): boolean {
  return steps.some(({ kind }) => kind === 'askClear')
}

interface HandledRequest extends RequestPlan {
  /** The application that it repeats. */
  readonly earlier: RequestPlan | undefined
}

function stepOf(stage: Stage, plan: HandledRequest, step: RequestStep, letters: string): Step {
  const perform = (number: string, how: ActOptions): Promise<unknown> => performStep(stage, plan, step, { number, how })
  const name = step.kind === 'draft' ? `draft:${step.time}` : step.kind
  return { name, at: step.at, ...(issuing.has(step.kind) && { counter: letters }), perform }
}

/** What goes out as a numbered letter. */
const issuing: ReadonlySet<RequestStep['kind']> = new Set(['receive', 'askClear', 'clarify', 'consult', 'extend', 'demandFee', 'pay', 'waive', 'issue'])

async function performStep(stage: Stage, plan: HandledRequest, step: RequestStep, { number, how }: { readonly number: string; readonly how: ActOptions }): Promise<unknown> {
  const { app } = stage
  const officer = await officerOf(stage, plan.unitId)
  switch (step.kind) {
    case 'receive':
      return app.call('disclosure.receive-request', officer, { number }, how)
    case 'askClear':
      return app.call('disclosure.request-clarification', officer, { number, ...words.clarification }, how)
    case 'clarify':
      return app.call('disclosure.clarify-request', officer, { number, record: plan.record }, how)
    case 'consult':
      return app.call('disclosure.consult-party', officer, { number, kind: step.party, party: inventedOrganisation(stage.seed, plan.index).name, question: words.consult.question }, how)
    case 'opinion': {
      const { consultations } = await app.call('disclosure.get-request', officer, { number }, { now: how.now })
      return app.call('disclosure.record-opinion', officer, { number, consultationId: consultations[0]?.id ?? '', opinion: step.opinion, text: words.consult[step.opinion] }, how)
    }
    case 'extend':
      return app.call('disclosure.extend-request', await headOf(stage, plan.unitId), { number, days: 10, reason: words.extension }, how)
    case 'demandFee':
      return app.call('disclosure.demand-fee', officer, { number, method: 'pages', pages: 40 + plan.index }, how)
    case 'pay':
      return app.call('disclosure.record-payment', officer, { number, receipt: fill(words.receiptNo, { number: plan.index }) }, how)
    case 'waive':
      return app.call('disclosure.waive-fee', await headOf(stage, plan.unitId), { number, reason: words.waiver }, how)
    case 'draft':
      return app.call('disclosure.draft-answer', officer, { number, ...(await answerOf(stage, plan)) }, how)
    case 'returnDraft':
      return app.call('disclosure.return-draft', await headOf(stage, plan.unitId), { number, remark: words.returned }, how)
    case 'issue':
      return app.call('disclosure.issue-answer', await headOf(stage, plan.unitId), { number }, how)
    case 'deliver':
      await app.call('disclosure.read-applicant', officer, { number, purpose: 'delivery' }, actOptions(stage.seed, `request:${plan.index}:address`, how.now))
      return app.call('disclosure.deliver-answer', officer, { number, note: fill(words.delivered, { number: plan.index }) }, how)
    case 'fileReview':
      return app.call('disclosure.record-remedy', officer, { number, kind: 'review', filedOn: dayOf(how.now), result: 'pending' }, how)
    case 'endReview':
      return app.call('disclosure.record-remedy', officer, { number, kind: 'review', filedOn: filedOn(plan), result: 'upheld', decidedOn: dayOf(how.now) }, how)
    case 'withdraw': {
      const { person } = await stage.people.applicant(firstApplicant + plan.applicant, { serviceObjects: ['1'] })
      return app.call('disclosure.withdraw-request', person, { number }, how)
    }
  }
}

/** The parts of an answer that its kind asks for, and the number of what is repeated. */
async function answerOf(stage: Stage, { answer, earlier }: HandledRequest): Promise<Omit<InputOf<'disclosure.draft-answer'>, 'number'>> {
  const texts = words.answers[answer] as Omit<InputOf<'disclosure.draft-answer'>, 'number' | 'kind'>
  return { kind: answer, ...texts, ...(earlier !== undefined && { earlierNumber: await apply(stage, earlier) }) }
}

function filedOn({ steps, at }: RequestPlan): string {
  return dayOf(steps.find(({ kind }) => kind === 'fileReview')?.at ?? at)
}

async function officerOf(stage: Stage, unitId: string): Promise<StaffCaller> {
  return (await pairOf(stage, unitId, ['disclosureOfficer', 'disclosureHead']))[0]
}

/** Somebody else than the officer who drafts. */
async function headOf(stage: Stage, unitId: string): Promise<StaffCaller> {
  return (await pairOf(stage, unitId, ['disclosureOfficer', 'disclosureHead']))[1]
}
