import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { addLimit } from '#kernel/time/limits.ts'
import { conditionHolds, type ItemVersion, type ProcessStep, type ScenarioAnswers } from '#modules/catalogue/index.ts'
import { inventedAnswers, requiredPapers } from './application.ts'
import { instantOfArrival } from './arrivals.ts'
import type { Dice } from './dice.ts'
import type { Profile } from './profiles.ts'
import { timelineOf } from './timeline.ts'

export type Channel = 'window' | 'online' | 'mobile'

type PlainKind = 'submit' | 'accept' | 'requestCorrection' | 'correct' | 'suspend' | 'resume' | 'withdraw' | 'issue' | 'deliver'

/** One act of one person in one case. */
export type PlannedAct = { readonly at: Date } & (
  | { [K in PlainKind]: { readonly kind: K } }[PlainKind]
  | { readonly kind: 'review'; readonly step: ProcessStep }
  | { readonly kind: 'decide'; readonly result: 'approve' | 'refuse' }
  | { readonly kind: 'rate'; readonly grade: 1 | 2 | 3 | 4 | 5 }
)

/** All that will happen to one case, in order. */
export interface CasePlan {
  /** The n-th case of the city, from 0: names its random streams. */
  readonly index: number
  readonly item: ItemVersion
  readonly answers: ScenarioAnswers
  readonly channel: Channel
  readonly acts: readonly PlannedAct[]
}

export interface PlanSetting {
  readonly profile: Profile
  readonly calendar: WorkingCalendar
  /** Items with how often they are wanted. */
  readonly items: readonly (readonly [ItemVersion, number])[]
}

/** Decides before it begins what will happen to a case that somebody files on `day`. */
export function planCase(setting: PlanSetting, index: number, day: Day, chance: Dice): CasePlan {
  const { profile, calendar } = setting
  const item = chance.weighted(setting.items)
  const answers = inventedAnswers(item, chance)
  const wanted = chance.weighted(Object.entries(profile.channels) as [Channel, number][])
  const channel = wanted === 'window' && !calendar.kindOf(day).working ? 'online' : wanted
  const submittedAt = instantOfArrival(chance, day, channel)
  const time = timelineOf(calendar, chance, submittedAt)
  const acts: PlannedAct[] = [{ kind: 'submit', at: submittedAt }]
  const add = (...more: PlannedAct[]): void => void acts.push(...more)

  if (channel !== 'window') time.workingDays(chance.chance(0.6) ? 0 : 1)
  if (chance.chance(profile.corrected) && requiredPapers(item, answers).length > 0) {
    add({ kind: 'requestCorrection', at: time.soon() })
    time.workingDays(chance.between(1, 6))
    add({ kind: 'correct', at: time.soon() })
  }
  const acceptedAt = time.soon()
  add({ kind: 'accept', at: acceptedAt })
  if (chance.chance(profile.withdrawn)) {
    add({ kind: 'withdraw', at: time.soon() })
    return { index, item, answers, channel, acts }
  }

  const promised = workingDaysOfPromise(calendar, item, acceptedAt)
  const reviews = reviewsOf(item, answers)
  let days = promised === 0 ? 0 : chance.between(Math.floor(promised * 0.3), Math.floor(promised * 0.85))
  if (promised > 0 && chance.chance(profile.late)) days = promised + chance.between(1, 4)
  if (promised > 3 && chance.chance(profile.stopped)) {
    add({ kind: 'suspend', at: time.soon() })
    time.workingDays(chance.between(3, 10))
    add({ kind: 'resume', at: time.soon() })
  }
  const stage = Math.floor(days / (reviews.length + 1))
  for (const step of reviews) {
    time.workingDays(stage)
    add({ kind: 'review', step, at: time.soon() })
  }
  time.workingDays(days - stage * reviews.length)
  add({ kind: 'decide', at: time.soon(), result: chance.chance(profile.refused) ? 'refuse' : 'approve' })
  add({ kind: 'issue', at: time.soon() })
  time.workingDays(channel === 'window' ? chance.between(0, 4) : 0)
  add({ kind: 'deliver', at: time.soon() })
  if (chance.chance(profile.rated)) add({ kind: 'rate', at: time.leisure(), grade: chance.weighted(profile.grades) })
  return { index, item, answers, channel, acts }
}

/** How many working days after acceptance the promise falls due. */
function workingDaysOfPromise(calendar: WorkingCalendar, item: ItemVersion, acceptedAt: Date): number {
  const due = addLimit(calendar, acceptedAt, item.promisedLimit).day
  return Math.max(0, calendar.workingDaysBefore(due) - calendar.workingDaysBefore(dayOf(acceptedAt)))
}

function reviewsOf(item: ItemVersion, answers: ScenarioAnswers): readonly ProcessStep[] {
  return item.route.steps.filter((step) => step.kind === 'REVIEW' && conditionHolds(step.when, answers)).toSorted((one, other) => one.order - other.order)
}
