import { must } from '#kernel/errors/refusal.ts'
import { dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, type Timer } from '#kernel/time/timer.ts'
import type { OrderKind } from '../schema.ts'
import type { HotlineRules } from '../settings.ts'
import type { LetterDays } from './letters.ts'

export const clockNames = ['handle', 'return', 'arbitrate', 'callback'] as const
export type ClockName = (typeof clockNames)[number]
const { passed, ...named } = clocksNamed<ClockName>()
export const { openClock, done, dropped } = named

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

/** The caller's clock passes to another unit; its due date stays. */
export const passedTo = (timers: readonly Timer[], unitId: string, at: Date): readonly Timer[] => passed(timers, 'handle', { unitId, at })

function armed({ id, unitId, at }: ClockStart, clock: Pick<Timer, 'name' | 'purpose' | 'budget' | 'extensible'>): Timer {
  return must(arm({ id, anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis, ...clock }))
}
