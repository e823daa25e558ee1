import type { InputOf, OutputOf } from '#app'
import { law, type PersonCaller } from '#kernel/access/caller.ts'
import { parseDay } from '#kernel/time/day.ts'
import { applyLapsedClocks } from '#modules/cases/jobs.ts'
import { foodLicenceApplication } from '#modules/cases/operations/submit-case-example.ts'
import { getItemInForce, type ItemVersion, type ProcessStep } from '#modules/catalogue/index.ts'
import { approverOf, clerk, personCaller, reviewerOf } from './callers.ts'
import type { TestOffice } from './office.ts'

/** 食品经营许可 of the demo district: 市场监管 reviews with two officers, 消防 countersigns, 市场监管 decides. */
export const foodLicence = { implementCode: '11440114MB2C00144C4440114005000', unit: 'shichang-jianguan', countersigner: 'xiaofang-jiuyuan' } as const

/** An application to run a small restaurant, complete in every field. */
export function foodApplication(changes: Partial<InputOf<'cases.submit-case'>> = {}): InputOf<'cases.submit-case'> {
  return { ...foodLicenceApplication, ...changes }
}

type CaseAnswer = OutputOf<'cases.get-case'>

/** A case just submitted by a person of the demo city: online unless told; at the window a clerk takes it in. */
export async function aSubmittedCase(office: TestOffice, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<OutputOf<'cases.submit-case'> & { readonly person: PersonCaller }> {
  const person = await personCaller(office, 'zhang-xiaomei')
  const atWindow = changes.channel === 'window'
  return { ...(await office.call('cases.submit-case', atWindow ? await clerk(office) : person, foodApplication({ ...(atWindow && { applicantId: person.id }), ...changes }))), person }
}

/** A case accepted at the window and drawn to its reviewers. */
export async function anAcceptedCase(office: TestOffice, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const { number, person } = await aSubmittedCase(office, changes)
  await office.call('cases.accept-case', await clerk(office), { number })
  return { number, person }
}

/** A case in which every unit agreed. */
export async function aReviewedCase(office: TestOffice, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const accepted = await anAcceptedCase(office, changes)
  await giveOpinions(office, accepted.number)
  return accepted
}

export async function giveOpinions(office: TestOffice, number: string): Promise<void> {
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.unit), { number, opinion: 'agree', officers: ['HD0076', 'HD0077'] })
  await office.call('cases.review-case', await reviewerOf(office, foodLicence.countersigner), { number, opinion: 'agree' })
}

/** A case decided, granted unless told. */
export async function aDecidedCase(office: TestOffice, decision: { readonly result: 'approve' | 'refuse'; readonly reasons?: string[] } = { result: 'approve' }, changes: Partial<InputOf<'cases.submit-case'>> = {}): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const reviewed = await aReviewedCase(office, changes)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number: reviewed.number, ...decision })
  return reviewed
}

/** The case as somebody sees it. */
export async function caseAs(office: TestOffice, caller: Parameters<TestOffice['call']>[1], number: string): Promise<CaseAnswer> {
  return office.call('cases.get-case', caller, { number })
}

/** Sets the office's clock to a day and time of the district. */
export function setTime(office: TestOffice, day: string, time = '09:00'): void {
  office.clock.set(new Date(`${day}T${time}:00+08:00`))
}

/** Lets the law act at an instant, as the job of every five minutes does. */
export async function letTheLawAct(office: TestOffice, day: string, time = '00:05'): Promise<void> {
  setTime(office, day, time)
  await applyLapsedClocks.run(office.app.jobContext(), {})
}

/** The clock of a case by name, as the API shows it: the open one, else the last that ended. */
export async function clockOf(office: TestOffice, number: string, name: string): Promise<OutputOf<'cases.get-case-clock'>['timers'][number]> {
  const { timers } = await office.call('cases.get-case-clock', law, { number })
  const named = timers.filter((timer) => timer.name === name)
  const timer = named.find((one) => one.end === null) ?? named.at(-1)
  if (timer === undefined) throw new Error(`case ${number} has no clock ${name}, only ${timers.map((one) => one.name).join(', ')}`)
  return timer
}

/** The last event of a command in the ledger of a case. */
export async function eventOf(office: TestOffice, number: string, command: string): Promise<OutputOf<'cases.get-case-ledger'>['events'][number]> {
  const { events } = await office.call('cases.get-case-ledger', law, { number })
  const event = events.findLast((one) => one.command === command)
  if (event === undefined) throw new Error(`case ${number} has no event ${command}`)
  return event
}

/**
 * Publishes an item like 食品经营许可 that differs in what a test is about, under a code of its own. `serial` tells the
 * items of one office apart.
 */
export async function publishItem(office: TestOffice, serial: number, changes: Partial<ItemVersion>): Promise<string> {
  const { item } = await getItemInForce(office.database.db, foodLicence.implementCode, parseDay('2026-09-07'))
  const basicCode = `440114${900 + serial}000`
  const implementCode = `${foodLicence.implementCode.slice(0, 19)}${basicCode}`
  const own: ItemVersion = { ...item, itemKey: `test-item-${serial}`, name: `${item.name}（${serial}）`, basicCode, implementCode, ...changes }
  await office.call('catalogue.load-catalogue', law, { items: [own], themes: [], basicCatalogue: [], certificateTypes: [], permitList: [], proofItems: [], sharedResources: [] })
  return implementCode
}

/** The route of 食品经营许可 with other steps between acceptance and closing. */
export function routeWith(...steps: readonly Partial<ProcessStep>[]): ItemVersion['route'] {
  const step: ProcessStep = { key: 'review', kind: 'REVIEW', name: '审核', unit: foodLicence.unit, role: 'reviewer', order: 2, parallelGroup: null, countersign: false, officers: 1, internalLimit: null, note: null, when: [] }
  return { steps: steps.map((change) => ({ ...step, ...change })) }
}

/** A published fee of a fixed amount, as items of the catalogue list it. */
export const certificateFee = { name: '证件工本费', standard: '每本40元', amountMinor: 4000, basis: '收费标准公告', reducible: false, reductionNote: null, mark: 'sourced' } as const

const chargedItems = new WeakMap<TestOffice, Promise<string>>()

/** A case accepted for an item like 食品经营许可 that has a fee; the item is published once in an office. */
export async function aChargedCase(office: TestOffice): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const published = chargedItems.get(office) ?? publishItem(office, 90, { feeCharged: true, feeBasis: certificateFee.basis, onlinePayment: true, fees: [certificateFee] })
  chargedItems.set(office, published)
  return anAcceptedCase(office, { implementCode: await published })
}

/** A case whose applicant was told to pay. */
export async function aCaseOwingAFee(office: TestOffice): Promise<{ readonly number: string; readonly person: PersonCaller }> {
  const charged = await aChargedCase(office)
  await office.call('cases.demand-fee', await reviewerOf(office, foodLicence.unit), { number: charged.number, name: certificateFee.name, amountMinor: certificateFee.amountMinor })
  return charged
}

/** A draft of 食品经营许可 that a person left at its form. */
export async function aDraft(office: TestOffice, id: string): Promise<{ readonly id: string; readonly person: PersonCaller }> {
  const person = await personCaller(office, 'zhang-xiaomei')
  await office.call('cases.save-draft', person, { id, implementCode: foodLicence.implementCode, step: 'form', content: { answers: foodApplication().answers ?? {} } })
  return { id, person }
}
