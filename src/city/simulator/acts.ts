import type { StaffCaller } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { App } from '../../app.ts'
import { inventedApplication, requiredPapers } from './application.ts'
import type { CasePlan, PlannedAct } from './case-plan.ts'
import { type Dice, dice } from './dice.ts'
import { type ActOptions, actOptions, type CityPeople } from './people.ts'
import words from './words.zh-CN.json' with { type: 'json' }

/** What the simulator knows of a case that lives. */
export interface LivingCase {
  readonly plan: CasePlan
  number: string | undefined
  /** The law or somebody else ended it otherwise than planned; its other acts fall away. */
  overtaken: boolean
}

/** Where acts happen. */
export interface Stage {
  readonly app: App
  readonly seed: string
  readonly people: CityPeople
}

/** One act about to be performed: who, on which case, with which instant and random stream. */
interface Performance<K extends PlannedAct['kind']> {
  readonly stage: Stage
  readonly life: LivingCase
  readonly act: Extract<PlannedAct, { readonly kind: K }>
  readonly number: string
  readonly how: ActOptions
  /** Thrown for this act alone, so that a stopped city goes on as if it had not been. */
  readonly chance: Dice
}

type Later = Exclude<PlannedAct['kind'], 'submit'>

/** Each act as its public operation. */
const operations: { readonly [K in Later]: (performance: Performance<K>) => Promise<unknown> } = {
  accept: async ({ stage, life, number, how }) => stage.app.call('cases.accept-case', await clerkOf(stage, life), { number }, how),
  requestCorrection: async ({ stage, life, number, how }) =>
    stage.app.call('cases.request-correction', await clerkOf(stage, life), { number, defects: [{ material: firstPaper(life), standard: 0, note: words.defectNote }] }, how),
  correct: async ({ stage, life, number, how }) => stage.app.call('cases.correct-case', (await applicantOf(stage, life)).person, { number, materials: [{ material: firstPaper(life), by: 'paper', copies: 1 }] }, how),
  async review({ stage, life, act, number, how }) {
    const reviewers = await stage.people.holders('reviewer', act.step.unit)
    const first = life.plan.index % reviewers.length
    const officers = Array.from({ length: act.step.officers }, (_, place) => (reviewers[(first + place) % reviewers.length] as StaffCaller).id)
    return stage.app.call('cases.review-case', reviewers[first] as StaffCaller, { number, step: act.step.key, opinion: 'agree', officers }, how)
  },
  suspend: async ({ stage, life, number, how, chance }) =>
    stage.app.call('cases.suspend-case', await approverOf(stage, life, chance), { number, cause: 'expertReview', reason: words.stopReason, limit: { value: 20, unit: 'WORKING_DAY' } }, how),
  resume: async ({ stage, life, number, how, chance }) => stage.app.call('cases.resume-case', await approverOf(stage, life, chance), { number, result: words.stopResult }, how),
  withdraw: async ({ stage, life, number, how }) => stage.app.call('cases.withdraw-case', (await applicantOf(stage, life)).person, { number, reason: words.withdrawReason }, how),
  decide: async ({ stage, life, act, number, how, chance }) =>
    stage.app.call('cases.decide-case', await approverOf(stage, life, chance), { number, result: act.result, ...(act.result === 'refuse' && { reasons: [words.refusalReason] }) }, how),
  issue: async ({ stage, life, number, how }) => stage.app.call('cases.issue-case', await clerkOf(stage, life), { number }, how),
  deliver: async ({ stage, life, number, how }) => stage.app.call('cases.deliver-case', await clerkOf(stage, life), { number }, how),
  async rate({ stage, life, act, number, how, chance }) {
    const text = chance.pick(words.ratings[act.grade])
    const channel = life.plan.channel === 'window' ? 'hallTablet' : 'web'
    return stage.app.call('evaluations.rate', (await applicantOf(stage, life)).person, { number, grade: act.grade, ...(text !== '' && { text }), channel }, how)
  },
}

/**
 * Performs one act at its simulated instant. An act that the state of the case no longer allows ends the plan of the case; any
 * other refusal is thrown. A case whose number is not known is filed first: after a stop that gives back the earlier answer.
 */
export async function perform(stage: Stage, life: LivingCase, act: PlannedAct): Promise<void> {
  if (life.overtaken) return
  try {
    life.number ??= await submit(stage, life)
    if (act.kind !== 'submit') await performLater(stage, life, act)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'lifecycle.command-not-allowed') throw error
    life.overtaken = true
  }
}

async function performLater(stage: Stage, life: LivingCase, act: Exclude<PlannedAct, { readonly kind: 'submit' }>): Promise<void> {
  const name = `case:${life.plan.index}:${act.kind === 'review' ? `review:${act.step.key}` : act.kind}`
  const operation = operations[act.kind] as (performance: Omit<Performance<Later>, 'act'> & { readonly act: PlannedAct }) => Promise<unknown>
  await operation({ stage, life, act, number: life.number ?? '', how: actOptions(stage.seed, name, act.at), chance: dice(`${stage.seed}:${name}`) })
}

async function submit(stage: Stage, life: LivingCase): Promise<string> {
  const { plan } = life
  const at = (plan.acts[0] as PlannedAct).at
  const applicant = await applicantOf(stage, life)
  const application = inventedApplication(plan.item, plan.answers, applicant.facts, { day: dayOf(at), chance: dice(`${stage.seed}:form:${plan.index}`) })
  const { number } = await stage.app.call(
    'cases.submit-case',
    plan.channel === 'window' ? await clerkOf(stage, life) : applicant.person,
    { ...application, applicantId: applicant.subjectId, channel: plan.channel, delivery: { kind: 'electronic' } },
    { ...actOptions(stage.seed, `case:${plan.index}:submit`, at), idempotencyKey: `city-case-${plan.index}` },
  )
  return number
}

function applicantOf({ people }: Stage, { plan }: LivingCase): ReturnType<CityPeople['applicant']> {
  return people.applicant(plan.index, plan.item)
}

function clerkOf({ people }: Stage, { plan }: LivingCase): Promise<StaffCaller> {
  return people.clerk(plan.index)
}

async function approverOf({ people }: Stage, { plan }: LivingCase, chance: Dice): Promise<StaffCaller> {
  return chance.pick(await people.holders('approver', plan.item.department))
}

function firstPaper({ plan }: LivingCase): string {
  return requiredPapers(plan.item, plan.answers)[0] ?? ''
}
