import type { StaffCaller } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import { declarationInForce } from '#modules/cases/index.ts'
import { inventedApplication, requiredPapers } from './application.ts'
import type { CasePlan, PlannedAct } from './case-plan.ts'
import { type Dice, dice } from './dice.ts'
import { type ActOptions, actOptions, type CityPeople, lastingOptions } from './people.ts'
import type { Stage } from './stage.ts'
import words from './words.zh-CN.json' with { type: 'json' }

/** One act about to be performed: who, on which case, with which instant and random stream. */
interface Performance<K extends PlannedAct['kind']> {
  readonly stage: Stage
  readonly plan: CasePlan
  readonly act: Extract<PlannedAct, { readonly kind: K }>
  readonly number: string
  readonly how: ActOptions
  /** Thrown for this act alone, so that a stopped city goes on as if it had not been. */
  readonly chance: Dice
}

type Later = Exclude<PlannedAct['kind'], 'submit'>

/** Share of reviews for which the form is read without masks. */
const formsRead = 0.15

/** Each act as its public operation. */
const operations: { readonly [K in Later]: (performance: Performance<K>) => Promise<unknown> } = {
  accept: async ({ stage, plan, number, how }) => stage.app.call('cases.accept-case', await clerkOf(stage, plan), { number }, how),
  requestCorrection: async ({ stage, plan, number, how }) =>
    stage.app.call('cases.request-correction', await clerkOf(stage, plan), { number, defects: [{ material: firstPaper(plan), standard: 0, note: words.defectNote }] }, how),
  correct: async ({ stage, plan, number, how }) => stage.app.call('cases.correct-case', (await applicantOf(stage, plan)).person, { number, materials: [{ material: firstPaper(plan), by: 'paper', copies: 1 }] }, how),
  async review({ stage, plan, act, number, how, chance }) {
    const reviewers = await stage.people.holders('reviewer', act.step.unit)
    const first = plan.index % reviewers.length
    if (chance.chance(formsRead)) await stage.app.call('cases.read-form', reviewers[first] as StaffCaller, { number, purpose: 'check' }, actOptions(stage.seed, `case:${plan.index}:read:${act.step.key}`, act.at))
    const officers = Array.from({ length: act.step.officers }, (_, place) => (reviewers[(first + place) % reviewers.length] as StaffCaller).id)
    return stage.app.call('cases.review-case', reviewers[first] as StaffCaller, { number, step: act.step.key, opinion: 'agree', officers }, how)
  },
  suspend: async ({ stage, plan, number, how, chance }) =>
    stage.app.call('cases.suspend-case', await approverOf(stage, plan, chance), { number, cause: 'expertReview', reason: words.stopReason, limit: { value: 20, unit: 'WORKING_DAY' } }, how),
  resume: async ({ stage, plan, number, how, chance }) => stage.app.call('cases.resume-case', await approverOf(stage, plan, chance), { number, result: words.stopResult }, how),
  withdraw: async ({ stage, plan, number, how }) => stage.app.call('cases.withdraw-case', (await applicantOf(stage, plan)).person, { number, reason: words.withdrawReason }, how),
  decide: async ({ stage, plan, act, number, how, chance }) =>
    stage.app.call('cases.decide-case', await approverOf(stage, plan, chance), { number, result: act.result, ...(act.result === 'refuse' && { reasons: [words.refusalReason] }) }, how),
  issue: async ({ stage, plan, number, how }) => stage.app.call('cases.issue-case', await clerkOf(stage, plan), { number }, how),
  deliver: async ({ stage, plan, number, how }) => stage.app.call('cases.deliver-case', await clerkOf(stage, plan), { number }, how),
  async rate({ stage, plan, act, number, how, chance }) {
    const text = chance.pick(words.ratings[act.grade])
    const channel = plan.channel === 'window' ? 'hallTablet' : 'web'
    return stage.app.call('evaluations.rate', (await applicantOf(stage, plan)).person, { number, grade: act.grade, ...(text !== '' && { text }), channel }, how)
  },
}

/** Performs one act of a case that was filed, at its simulated instant. */
export async function performLater(stage: Stage, plan: CasePlan, act: PlannedAct, number: string): Promise<void> {
  if (act.kind === 'submit') return
  const name = `case:${plan.index}:${act.kind === 'review' ? `review:${act.step.key}` : act.kind}`
  const operation = operations[act.kind] as (performance: Omit<Performance<Later>, 'act'> & { readonly act: PlannedAct }) => Promise<unknown>
  await operation({ stage, plan, act, number, how: actOptions(stage.seed, name, act.at), chance: dice(`${stage.seed}:${name}`) })
}

/** Files the application; answers its number. */
export async function submitCase(stage: Stage, plan: CasePlan): Promise<string> {
  const at = (plan.acts[0] as PlannedAct).at
  const applicant = await applicantOf(stage, plan)
  const application = inventedApplication(plan.item, plan.answers, applicant.facts, { day: dayOf(at), chance: dice(`${stage.seed}:form:${plan.index}`) })
  const { number } = await stage.app.call(
    'cases.submit-case',
    plan.channel === 'window' ? await clerkOf(stage, plan) : applicant.person,
    { ...application, applicantId: applicant.subjectId, channel: plan.channel, delivery: { kind: 'electronic' }, declaration: { declared: true, version: declarationInForce } },
    lastingOptions(stage.seed, `case:${plan.index}:submit`, at),
  )
  return number
}

function applicantOf({ people }: Stage, plan: CasePlan): ReturnType<CityPeople['applicant']> {
  return people.applicant(plan.index, plan.item)
}

function clerkOf({ people }: Stage, plan: CasePlan): Promise<StaffCaller> {
  return people.clerk(plan.index)
}

async function approverOf({ people }: Stage, plan: CasePlan, chance: Dice): Promise<StaffCaller> {
  return chance.pick(await people.holders('approver', plan.item.department))
}

function firstPaper(plan: CasePlan): string {
  return requiredPapers(plan.item, plan.answers)[0] ?? ''
}
