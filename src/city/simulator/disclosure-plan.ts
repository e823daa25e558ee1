import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import type { Day } from '#kernel/time/day.ts'
import { fill } from '#ui/fill.ts'
import type { InputOf } from '../../app.ts'
import { instantOfArrival } from './arrivals.ts'
import { dice } from './dice.ts'
import words from './disclosure-words.zh-CN.json' with { type: 'json' }
import { timelineOf } from './timeline.ts'

type AnswerKind = InputOf<'disclosure.draft-answer'>['kind']
export type Channel = 'online' | InputOf<'disclosure.register-request'>['channel']
type PlainStep = 'receive' | 'askClear' | 'clarify' | 'extend' | 'demandFee' | 'pay' | 'waive' | 'returnDraft' | 'issue' | 'deliver' | 'fileReview' | 'endReview' | 'withdraw'

/** One act upon an application. */
export type RequestStep = { readonly at: Date } & (
  | { [K in PlainStep]: { readonly kind: K } }[PlainStep]
  | { readonly kind: 'consult'; readonly party: 'thirdParty' | 'coMaker' }
  | { readonly kind: 'opinion'; readonly opinion: 'agrees' | 'objects' }
  | { readonly kind: 'draft'; readonly time: 1 | 2 }
)

/** All that will happen to one application, decided before it comes in. */
export interface RequestPlan {
  readonly index: number
  /** Whose application it is: who repeats one is the applicant of the earlier. */
  readonly applicant: number
  readonly unitId: string
  readonly channel: Channel
  readonly asOrganisation: boolean
  readonly record: { readonly title: string; readonly features: string }
  readonly answer: AnswerKind
  /** The application that this one repeats. */
  readonly repeats: number | undefined
  readonly at: Date
  readonly steps: readonly RequestStep[]
}

export interface RequestSetting {
  readonly seed: string
  readonly calendar: WorkingCalendar
  readonly units: readonly string[]
}

/** In turn, so that a few dozens hold every way in and every kind of answer; invented, S004 tells neither. */
const channels: readonly Channel[] = ['online', 'inPerson', 'registeredMail', 'online', 'ordinaryMail', 'inPerson', 'email', 'online', 'fax']
const answers: readonly AnswerKind[] = ['provided', 'alreadyPublic', 'withheld', 'provided', 'partlyProvided', 'notAvailable', 'provided', 'otherAgency', 'specialRules', 'provided', 'notHandled', 'provided', 'repeated']
/** A repetition asks for what was asked for so many applications before, at the beginning of the turn. */
const turn = answers.length

/** The n-th application, which comes on `day`; who comes to a window or writes waits for a working day. */
export function planRequest(setting: RequestSetting, index: number, day: Day): RequestPlan {
  const { calendar, units, seed } = setting
  const answer = answers[index % turn] ?? 'provided'
  const repeats = answer === 'repeated' ? index - turn + 1 : undefined
  const subject = repeats ?? index
  const chance = dice(`${seed}:request:${subject}`)
  const place = chance.pick(words.places)
  const title = fill(chance.pick(words.records), { place, year: Number(day.slice(0, 4)) - 1, number: subject + 1 })
  const channel = channels[subject % channels.length] ?? 'online'
  const comesOn = channel === 'online' ? day : calendar.workingDayAt(calendar.workingDaysBefore(day))
  const at = instantOfArrival(dice(`${seed}:request:${index}:at`), comesOn, channel === 'online' ? 'online' : 'window')
  const plan = { index, applicant: subject, unitId: chance.pick(units), channel, asOrganisation: channel !== 'online' && subject % 4 === 1, record: { title, features: words.features }, answer, repeats, at }
  return { ...plan, steps: stepsOf(setting, plan) }
}

/** What is received at once waits for nobody's confirmation (O-07). */
export function isReceivedAtOnce(channel: Channel): boolean {
  return channel === 'inPerson' || channel === 'registeredMail'
}

function stepsOf({ calendar, seed }: RequestSetting, { index, channel, answer, at }: Pick<RequestPlan, 'index' | 'channel' | 'answer' | 'at'>): readonly RequestStep[] {
  const chance = dice(`${seed}:request:${index}:steps`)
  const time = timelineOf(calendar, chance, at)
  const steps: RequestStep[] = []
  const later = (least: number, most: number): Date => {
    time.workingDays(chance.between(least, most))
    return time.inOffice()
  }
  const every = (of: number, place: number): boolean => index % of === place
  if (!isReceivedAtOnce(channel)) steps.push({ kind: 'receive', at: later(0, 1) })
  if (every(27, 21)) return [...steps, { kind: 'withdraw', at: later(1, 3) }]
  if (every(5, 2)) {
    steps.push({ kind: 'askClear', at: later(1, 4) })
    if (every(20, 7)) return steps
    steps.push({ kind: 'clarify', at: later(2, 8) })
  }
  if (every(6, 3)) {
    steps.push({ kind: 'consult', at: later(1, 3), party: every(12, 3) ? 'thirdParty' : 'coMaker' })
    // Silence of the other half: the law goes on without it after fifteen working days.
    if (every(12, 3)) steps.push({ kind: 'opinion', at: later(4, 9), opinion: answer === 'provided' ? 'agrees' : 'objects' })
    else time.workingDays(16)
  }
  if (every(9, 4)) steps.push({ kind: 'extend', at: later(2, 5) })
  if (every(13, 3)) {
    steps.push({ kind: 'demandFee', at: later(1, 2) })
    if (every(39, 29)) return steps
    steps.push({ kind: every(39, 16) ? 'waive' : 'pay', at: later(2, 8) })
  }
  const drafted = answer === 'repeated' ? later(8, 10) : later(1, 5)
  steps.push({ kind: 'draft', at: drafted, time: 1 })
  if (every(11, 6)) steps.push({ kind: 'returnDraft', at: time.soon() }, { kind: 'draft', at: later(1, 2), time: 2 })
  steps.push({ kind: 'issue', at: later(1, 1) })
  if (channel !== 'online') steps.push({ kind: 'deliver', at: later(0, 2) })
  if (every(26, 2)) steps.push({ kind: 'fileReview', at: later(5, 15) }, { kind: 'endReview', at: later(30, 40) })
  return steps
}
