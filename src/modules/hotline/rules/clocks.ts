import { must } from '#kernel/errors/refusal.ts'
import { dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { arm, endOf, handOver, satisfy, type Timer, voidTimer } from '#kernel/time/timer.ts'
import type { OrderKind } from '../schema.ts'
import type { HotlineRules } from '../settings.ts'
import type { LetterDays } from './letters.ts'

export const clockNames = ['handle', 'return', 'arbitrate', 'callback'] as const
export type ClockName = (typeof clockNames)[number]

const basis = '《国务院办公厅关于进一步优化地方政务服务便民热线的指导意见》（国办发〔2020〕53号）及本地热线办理规则'

interface ClockStart {
  readonly id: string
  readonly unitId: string
  readonly at: Date
  readonly rules: HotlineRules
}

/** The limit of an order: by its kind, on the same day in an emergency (H-02). */
function limitOf(rules: HotlineRules, order: { readonly kind: OrderKind; readonly emergency: boolean }): TimeLimit {
  return order.emergency ? rules.emergency : rules[order.kind]
}

/** When somebody has asked: now, or on the day on which his letter was there. */
export function askedAt(now: Date, letter: LetterDays | undefined): Date {
  return letter === undefined || letter.arrivedOn === dayOf(now) ? now : instantAtStartOf(letter.arrivedOn)
}

/** The clock that the caller sees. It begins when he has told what he wants, and may be extended once by the head of the unit (H-02, H-03). */
export function handleClock(start: ClockStart, order: { readonly kind: OrderKind; readonly emergency: boolean }): Timer {
  const { longestExtension } = start.rules
  const budget = limitOf(start.rules, order)
  const longest: TimeLimit = { value: Math.min(budget.value, longestExtension.value), unit: longestExtension.unit }
  return armed(start, { name: 'handle', purpose: 'promised', budget, ...(budget.value > 0 && { extensible: { longest, approverRanks: ['unitHead'] } }) })
}

/** Within these hours the unit may claim that it is not its duty (H-04). */
export function returnClock(start: ClockStart): Timer {
  return armed(start, { name: 'return', purpose: 'internal', budget: start.rules.returnClaim })
}

export function arbitrationClock(start: ClockStart): Timer {
  return armed(start, { name: 'arbitrate', purpose: 'internal', budget: start.rules.arbitration })
}

/** By the end of the next working day the caller is called back (H-07). */
export function callbackClock(start: ClockStart): Timer {
  return armed(start, { name: 'callback', purpose: 'internal', budget: start.rules.callback })
}

export function openClock(timers: readonly Timer[], name: ClockName): Timer | undefined {
  return timers.find((timer) => timer.name === name && endOf(timer) === undefined)
}

/** The open clock of this name, done. */
export function done(timers: readonly Timer[], name: ClockName, at: Date): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(satisfy(open, at))]
}

/** The open clock of this name, fallen away. */
export function dropped(timers: readonly Timer[], name: ClockName, end: { readonly at: Date; readonly reason: string }): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(voidTimer(open, end.at, end.reason))]
}

/** The caller's clock passes to another unit; its due date stays. */
export function passedTo(timers: readonly Timer[], unitId: string, at: Date): readonly Timer[] {
  const open = openClock(timers, 'handle')
  return open === undefined ? [] : [must(handOver(open, { at, party: { kind: 'unit', id: unitId } }))]
}

function armed({ id, unitId, at }: ClockStart, clock: Pick<Timer, 'name' | 'purpose' | 'budget' | 'extensible'>): Timer {
  return must(arm({ id, anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis, ...clock }))
}
