import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, addMonths, type Day } from '#kernel/time/day.ts'
import { fill } from '#ui/fill.ts'
import type { InputOf } from '../../app.ts'
import { type Dice, dice } from './dice.ts'
import { statedClasses, statedInterpretations, statedMicroblogs, statedResponses, statedWebsite, statedWechat } from './publication-volumes.ts'
import { spread, stated } from './spread.ts'
import words from './publication-words.zh-CN.json' with { type: 'json' }

export type DraftInput = InputOf<'publication.draft-record'>
type RecordClass = keyof typeof statedClasses

/** What comes of a record after its first publication, and on which working day after it. */
export type Sequel = { readonly kind: 'changed' | 'withdrawn' | 'revoked'; readonly after: number }

export interface Posting {
  readonly channel: 'website' | 'microblog' | 'wechat'
  readonly place: string
}

/** All that will happen to one record, decided before it is drafted. */
export interface RecordPlan {
  readonly index: number
  readonly draft: DraftInput
  /** It was made before; on this day it is drafted, reviewed and published. */
  readonly day: Day
  /** The reviewer sends it back once. */
  readonly returned: boolean
  /** Another draft of the same unit is kept back for good that day: it is none of the stated number. */
  readonly withheldBeside: boolean
  /** It answers what troubles the public (回应社会关注). */
  readonly responds: boolean
  /** What explains it, published in the same step. */
  readonly interpretation: DraftInput | undefined
  readonly postings: readonly Posting[]
  readonly sequel: Sequel | undefined
}

export interface RecordSetting {
  readonly seed: string
  readonly calendar: WorkingCalendar
  readonly units: readonly string[]
}

const total = Object.values(statedClasses).reduce((sum, count) => sum + count, 0)
const policiesPerInterpretation = statedClasses.normative / statedInterpretations
const firstOther = total - statedClasses.other

/** The n-th record; after the stated total it begins again. */
export function planRecord({ seed, calendar, units }: RecordSetting, index: number, day: Day): RecordPlan {
  const chance = dice(`${seed}:record:${index}`)
  const rank = Math.round(spread(index, total) * total)
  const filed = stated(statedClasses, index, total)
  const responds = filed === 'other' && isOneOf(rank - firstOther, statedResponses, statedClasses.other)
  const draft = draftOf({ unitId: chance.pick(units), subject: responds ? 'response' : filed, filed, index, createdOn: createdOn(calendar, day, chance), chance })
  const explained = filed === 'normative' && rank % policiesPerInterpretation === 0
  return {
    index,
    draft: { ...draft, needsInterpretation: explained, answersConcern: responds },
    day,
    returned: chance.chance(0.06),
    withheldBeside: chance.chance(0.015),
    responds,
    interpretation: explained ? interpretationOf(draft) : undefined,
    // Neither seven nor thirteen divides the total: as many as are stated, in all classes.
    postings: postingsOf((rank * 7) % total, (rank * 13) % total),
    sequel: sequelOf(draft, chance),
  }
}

/** Beside this portal every record is on WeChat, as many as are stated on the microblog and the government's website, and the last ones a second time on WeChat, at the account of their own unit. */
function postingsOf(place: number, placeOnWebsite: number): readonly Posting[] {
  return [
    ...(placeOnWebsite < statedWebsite ? [{ channel: 'website', place: words.websitePlace } as const] : []),
    ...(place < statedMicroblogs ? [{ channel: 'microblog', place: words.microblogPlace } as const] : []),
    { channel: 'wechat', place: words.wechatPlace },
    ...(place >= total * 2 - statedWechat ? [{ channel: 'wechat', place: words.wechatPlaceOfUnit } as const] : []),
  ]
}

/** Whether the n-th of `all` is one of `some` that lie evenly among them. */
function isOneOf(n: number, some: number, all: number): boolean {
  return Math.floor(((n + 1) * some) / all) > Math.floor((n * some) / all)
}

/** Made some days before it is drafted; of a hundred one lay too long (O-01). */
function createdOn(calendar: WorkingCalendar, day: Day, chance: Dice): Day {
  const before = chance.chance(0.01) ? chance.between(21, 26) : chance.between(0, 12)
  return calendar.workingDayAt(calendar.workingDaysBefore(day) - before)
}

interface DraftFacts {
  readonly unitId: string
  readonly subject: RecordClass | 'response'
  readonly filed: RecordClass
  readonly index: number
  readonly createdOn: Day
  readonly chance: Dice
}

function draftOf({ unitId, subject, filed, index, createdOn: made, chance }: DraftFacts): DraftInput {
  const { theme, titles } = chance.pick(words.kinds[subject])
  const values = { year: made.slice(0, 4), month: Number(made.slice(5, 7)), number: index + 1, place: chance.pick(words.places) }
  const title = fill(chance.pick(titles), values)
  return {
    unitId,
    class: filed,
    theme: theme as DraftInput['theme'],
    title,
    summary: fill(words.summary, { title }),
    body: fill(chance.pick(words.bodies), { title, ...values }),
    createdOn: made,
    ...(filed === 'normative' && normative(made, values)),
    ...(theme === 'punishment' && { docNo: fill(words.punishmentNo, values) }),
  }
}

/** A normative document holds for three to five years and is looked through half a year before its end. */
function normative(made: Day, values: Readonly<Record<string, string | number>>): Pick<DraftInput, 'docNo' | 'effectiveOn' | 'validUntil' | 'reviewOn'> {
  const effectiveOn = addCalendarDays(made, 30)
  const validUntil = addCalendarDays(addMonths(effectiveOn, 36), -1)
  return { docNo: fill(words.docNo, values), effectiveOn, validUntil, reviewOn: addMonths(validUntil, -6) }
}

function interpretationOf({ unitId, theme, title, createdOn: made }: DraftInput): DraftInput {
  const named = fill(words.interpretation, { title })
  return { unitId, theme, title: named, summary: fill(words.summary, { title: named }), body: words.interpretationBody, createdOn: made }
}

function sequelOf({ theme }: DraftInput, chance: Dice): Sequel | undefined {
  if (theme === 'punishment' && chance.chance(0.06)) return { kind: 'revoked', after: chance.between(5, 30) }
  if (chance.chance(0.02)) return { kind: 'changed', after: chance.between(5, 25) }
  return chance.chance(0.006) ? { kind: 'withdrawn', after: chance.between(3, 20) } : undefined
}
