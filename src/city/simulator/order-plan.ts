import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { type Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { addLimit } from '#kernel/time/limits.ts'
import examples from '../../../data/hotline/dispatched-examples.json' with { type: 'json' }
import { instantOfArrival } from './arrivals.ts'
import type { Dice } from './dice.ts'
import { type EventPlan, planEvent } from './event-plan.ts'
import type { OrderKind } from './profiles.ts'
import { type Timeline, timelineOf } from './timeline.ts'
import words from './orders.zh-CN.json' with { type: 'json' }

export type OrderChannel = 'phone' | 'web' | 'app' | 'mail'
export type Callback = keyof typeof words.callbacks
export type RejectionClass = keyof typeof words.rejections

type PlainKind = 'register' | 'answer' | 'dispatch' | 'sign' | 'claimReturn' | 'assist' | 'extend' | 'urge'

/** One act of one person about one order. */
export type OrderAct = { readonly at: Date } & (
  | { [K in PlainKind]: { readonly kind: K } }[PlainKind]
  | { readonly kind: 'arbitrate'; readonly upheld: boolean }
  | { readonly kind: 'reply'; readonly turn: number; readonly poor: boolean }
  | { readonly kind: 'check'; readonly turn: number; readonly passed: boolean }
  | { readonly kind: 'callBack'; readonly turn: number; readonly said: Callback; readonly unitFault: boolean }
  | { readonly kind: 'rate'; readonly said: 'satisfied' | 'basicallySatisfied' }
  | { readonly kind: 'reject'; readonly rejectionClass: RejectionClass }
  | { readonly kind: 'again' }
)

/** All that will happen to one order, in order. */
export interface OrderPlan {
  /** Names its random streams. */
  readonly name: string
  readonly kind: OrderKind
  readonly channel: OrderChannel
  readonly secret: boolean
  readonly emergency: boolean
  readonly example: { readonly category: string; readonly unitId: string; readonly text: string }
  /** The unit to which it goes first, which is not always the one whose duty it is. */
  readonly firstUnit: string
  readonly assistant: string | undefined
  readonly acts: readonly OrderAct[]
}

export interface OrderSetting {
  readonly calendar: WorkingCalendar
  /** What the next caller who is reached says of the result. */
  readonly opinion: () => boolean
}

/** Invented habits; shares of orders, 0 to 1. */
const habits = {
  channels: [['phone', 0.72], ['app', 0.14], ['web', 0.12], ['mail', 0.02]],
  answered: { consult: 0.7, help: 0.2, complaint: 0.04, report: 0.03, suggestion: 0.15, other: 0.15 },
  secretReports: 0.08,
  emergency: 0.01,
  misdispatched: 0.05,
  returnUpheld: 0.75,
  assisted: 0.05,
  extended: 0.03,
  poor: 0.04,
  unreachable: 0.06,
  refused: 0.03,
  unitFault: 0.3,
  rated: 0.15,
  urged: 0.04,
  repeated: 0.03,
} as const

const minuteMs = 60_000
const latestEmergencyMs = 22 * 60 * minuteMs
const units: readonly string[] = [...new Set(examples.map(({ unitId }) => unitId))]
const limits: Readonly<Record<OrderKind, number>> = { consult: 3, help: 3, complaint: 5, report: 5, suggestion: 5, other: 5 }

/** Decides before it begins what will happen to an order that is accepted on `day`. */
export function planOrder({ calendar, opinion }: OrderSetting, name: string, { kind, day }: { readonly kind: OrderKind; readonly day: Day }, chance: Dice): OrderPlan {
  const time = timelineOf(calendar, chance, instantOfArrival(chance, day, 'mobile'))
  const acts: OrderAct[] = [{ kind: 'register', at: time.now() }]
  // What is urgent late in the evening is told to 110 and 119, not to the hotline: its limit would end with the day.
  const emergency = chance.chance(habits.emergency) && time.now() < instantAtStartOf(day, latestEmergencyMs)
  const secret = kind === 'report' && chance.chance(habits.secretReports)
  const example = chance.pick(examples)
  const channel = chance.weighted(habits.channels)
  const base = { name, kind, channel: emergency || secret ? 'phone' : channel, secret, emergency, example } as const
  if (!emergency && !secret && chance.chance(habits.answered[kind])) {
    acts.push({ kind: 'answer', at: time.after(2, 20) })
    // Who is on the telephone has said by then how that was.
    if (channel !== 'phone') callBack(acts, { time, chance, opinion, mayRate: channel !== 'mail', redo: 'dispatched' })
    return { ...base, firstUnit: example.unitId, assistant: undefined, acts }
  }
  acts.push({ kind: 'dispatch', at: time.after(4, 25) })
  const misdispatched = !emergency && chance.chance(habits.misdispatched)
  const firstUnit = misdispatched ? chance.pick(units.filter((unit) => unit !== example.unitId)) : example.unitId
  const returned = misdispatched && claimReturn(acts, time, chance)
  if (!emergency && chance.chance(habits.repeated)) acts.push({ kind: 'again', at: time.after(5, 40) })
  acts.push({ kind: 'sign', at: emergency ? time.soon() : time.inOffice() })
  const handling = returned && acts.some((act) => act.kind === 'arbitrate' && act.upheld) ? example.unitId : firstUnit
  const assistant = !emergency && !returned && chance.chance(habits.assisted) ? chance.pick(units.filter((unit) => unit !== handling)) : undefined
  handle(acts, { time, chance, calendar, day, limit: emergency ? 0 : limits[kind], isPlain: !returned, assisted: assistant !== undefined })
  callBack(acts, { time, chance, opinion, mayRate: base.channel === 'app' || base.channel === 'web', redo: emergency ? 'atOnce' : 'inTwoDays' })
  return { ...base, firstUnit, assistant, acts }
}

/** An order about something in the grid: whoever takes it hands it over to an event, and the caller is called back when that is concluded (G-05). Who is dissatisfied then has it done once more, by a unit. */
export function planGridOrder({ calendar, opinion }: OrderSetting, name: string, { kind, day }: { readonly kind: OrderKind; readonly day: Day }, chance: Dice): { readonly order: OrderPlan; readonly event: EventPlan; readonly linkedAt: Date } {
  const time = timelineOf(calendar, chance, instantOfArrival(chance, day, 'mobile'))
  const acts: OrderAct[] = [{ kind: 'register', at: time.now() }]
  const event = plannedInTime(calendar, { name: `${name}:event`, at: time.soon(), dueOn: dueDay(calendar, day, limits[kind]) }, chance)
  const linkedAt = new Date(time.now().getTime() + minuteMs)
  const concluded = event.acts.find((act) => act.kind === 'conclude')
  callBack(acts, { time: timelineOf(calendar, chance, concluded?.at ?? linkedAt), chance, opinion, mayRate: false, redo: 'dispatched' })
  const example = { category: 'city-appearance', unitId: 'chengshi-guanli', text: event.problem.text }
  return { order: { name, kind, channel: 'phone', secret: false, emergency: false, example, firstUnit: example.unitId, assistant: undefined, acts }, event, linkedAt }
}

/** An event that is concluded by the day on which its order is due. */
function plannedInTime(calendar: WorkingCalendar, { name, at, dueOn }: { readonly name: string; readonly at: Date; readonly dueOn: Day }, chance: Dice): EventPlan {
  const event = planEvent(calendar, name, { at, source: 'hotline' }, chance)
  const end = event.acts.find((act) => act.kind === 'conclude')
  return end !== undefined && dayOf(end.at) <= dueOn ? event : plannedInTime(calendar, { name, at, dueOn }, chance)
}

/** An appeal that is not accepted (H-10); comes on top of the accepted ones. */
export function planRejected({ calendar }: OrderSetting, name: string, day: Day, chance: Dice): OrderPlan {
  const time = timelineOf(calendar, chance, instantOfArrival(chance, day, 'window'))
  const acts: OrderAct[] = [{ kind: 'register', at: time.now() }, { kind: 'reject', at: time.soon(), rejectionClass: chance.pick(Object.keys(words.rejections) as RejectionClass[]) }]
  const example = chance.pick(examples)
  return { name, kind: 'other', channel: 'phone', secret: false, emergency: false, example, firstUnit: example.unitId, assistant: undefined, acts }
}

/** The unit claims a return, within its 24 hours, and the lead decides. Answers whether it did: over a weekend the hours run out. */
function claimReturn(acts: OrderAct[], time: Timeline, chance: Dice): boolean {
  const dispatchedAt = time.now()
  const at = time.inOffice()
  if (at.getTime() - dispatchedAt.getTime() > 23 * 3_600_000) return false
  acts.push({ kind: 'claimReturn', at }, { kind: 'arbitrate', at: time.after(20, 180), upheld: chance.chance(habits.returnUpheld) })
  return true
}

interface Handling {
  readonly time: Timeline
  readonly chance: Dice
  readonly calendar: WorkingCalendar
  readonly day: Day
  readonly limit: number
  readonly isPlain: boolean
  readonly assisted: boolean
}

function handle(acts: OrderAct[], { time, chance, calendar, day, limit, isPlain, assisted }: Handling): void {
  let days = limit === 0 ? 0 : chance.between(0, limit - 1)
  if (isPlain && limit > 3 && chance.chance(habits.extended)) {
    acts.push({ kind: 'extend', at: time.soon() })
    days = limit
  }
  if (assisted) acts.push({ kind: 'assist', at: time.after(30, 90) })
  if (chance.chance(habits.urged) && limit > 0) acts.push({ kind: 'urge', at: time.after(10, 60) })
  const poor = chance.chance(habits.poor)
  const replyOn = days === 0 ? day : dueDay(calendar, day, days)
  acts.push({ kind: 'reply', at: limit === 0 ? time.after(20, 60) : time.onDay(replyOn), turn: 1, poor })
  acts.push({ kind: 'check', at: time.after(10, 50), turn: 1, passed: !poor })
  if (poor) acts.push({ kind: 'reply', at: time.after(5, 20), turn: 2, poor: false }, { kind: 'check', at: time.after(10, 30), turn: 2, passed: true })
}

interface CallingBack {
  readonly time: Timeline
  readonly chance: Dice
  readonly opinion: () => boolean
  readonly mayRate: boolean
  /** How it is done once more: by the unit that replied, or by one to which it is dispatched since none had it. */
  readonly redo: 'atOnce' | 'inTwoDays' | 'dispatched'
}

function callBack(acts: OrderAct[], { time, chance, opinion, mayRate, redo }: CallingBack): void {
  const said = saidBy(chance, opinion)
  if (mayRate && (said === 'satisfied' || said === 'basicallySatisfied') && chance.chance(habits.rated)) {
    acts.push({ kind: 'rate', at: time.after(20, 300), said })
    return
  }
  time.workingDays(1)
  if (chance.chance(habits.unreachable)) acts.push({ kind: 'callBack', at: time.soon(), turn: 1, said: 'unreachable', unitFault: false })
  const unitFault = said === 'dissatisfied' && chance.chance(habits.unitFault)
  acts.push({ kind: 'callBack', at: time.soon(), turn: 2, said, unitFault })
  if (!unitFault) return
  if (redo === 'dispatched') acts.push({ kind: 'dispatch', at: time.after(4, 25) }, { kind: 'sign', at: time.inOffice() })
  if (redo !== 'atOnce') time.workingDays(chance.between(1, 2))
  acts.push({ kind: 'reply', at: time.soon(), turn: 3, poor: false }, { kind: 'check', at: time.after(10, 50), turn: 3, passed: true })
  time.workingDays(1)
  acts.push({ kind: 'callBack', at: time.soon(), turn: 3, said: saidBy(chance, opinion), unitFault: false })
}

function saidBy(chance: Dice, opinion: () => boolean): Callback {
  if (chance.chance(habits.refused)) return 'refused'
  if (!opinion()) return 'dissatisfied'
  return chance.chance(0.8) ? 'satisfied' : 'basicallySatisfied'
}

/** The day on which a limit of so many working days from `day` is over. */
function dueDay(calendar: WorkingCalendar, day: Day, days: number): Day {
  return addLimit(calendar, instantAtStartOf(day), { value: days, unit: 'WORKING_DAY' }).day
}
